package dev.rampline.cli.recover;

import dev.rampline.adapter.wiring.Closer;
import dev.rampline.cli.QueueFixture;
import dev.rampline.embedded.EmbeddedDynamoDb;
import dev.rampline.embedded.EmbeddedQueues;
import dev.rampline.embedded.EmbeddedSqs;
import dev.rampline.embedded.LocalClients;
import dev.rampline.operations.recovery.StoreClients;
import dev.rampline.resources.LedgerTable;
import java.util.function.UnaryOperator;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.SqsRequest;

/** The stores alone: messages stay in their queues. */
final class StoresFixture extends QueueFixture implements AutoCloseable {
  private final Closer started = new Closer();
  private final SqsClient queues =
      started.register(LocalClients.sqs(started.register(EmbeddedSqs.start(0)).endpoint()));
  private final DynamoDbClient tables =
      started.register(
          LocalClients.dynamoDb(started.register(EmbeddedDynamoDb.start(0)).endpoint()));

  StoresFixture() {
    EmbeddedQueues.create(queues);
    LedgerTable.create(tables);
  }

  /** Returns the table and queues, with a fault before queue calls. */
  StoreClients storeClients(UnaryOperator<SqsRequest> fault) {
    return new StoreClients(tables, new FaultyQueues(queues, fault), LedgerTable.NAME);
  }

  @Override
  public SqsClient queues() {
    return queues;
  }

  @Override
  public void close() {
    started.close();
  }
}
