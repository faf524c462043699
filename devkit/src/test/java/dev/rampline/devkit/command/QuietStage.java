package dev.rampline.devkit.command;

import dev.rampline.devkit.recovery.Site;
import dev.rampline.devkit.stack.Closing;
import dev.rampline.embedded.EmbeddedDynamoDb;
import dev.rampline.embedded.EmbeddedSqs;
import dev.rampline.embedded.LedgerTable;
import dev.rampline.embedded.LocalClients;
import dev.rampline.embedded.Queues;
import java.util.function.UnaryOperator;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.SqsRequest;

/** The stores alone: what is sent stays where it is. */
final class QuietStage extends Letters implements AutoCloseable {
  private final Closing started = new Closing();
  private final SqsClient queues =
      started.later(LocalClients.sqs(started.later(EmbeddedSqs.start(0)).endpoint()));
  private final DynamoDbClient tables =
      started.later(LocalClients.dynamoDb(started.later(EmbeddedDynamoDb.start(0)).endpoint()));

  QuietStage() {
    Queues.create(queues);
    LedgerTable.create(tables);
  }

  /** Its table and queues, with a fault before calls of these. */
  Site site(UnaryOperator<SqsRequest> fault) {
    return new Site(tables, new FaultyQueues(queues, fault), LedgerTable.NAME);
  }

  @Override
  SqsClient queues() {
    return queues;
  }

  @Override
  public void close() {
    started.close();
  }
}
