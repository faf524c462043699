package dev.rampline.devstack;

import dev.rampline.adapter.wiring.Closer;
import dev.rampline.embedded.EmbeddedDynamoDb;
import dev.rampline.embedded.EmbeddedQueues;
import dev.rampline.embedded.EmbeddedSqs;
import dev.rampline.embedded.LocalClients;
import dev.rampline.resources.LedgerTable;
import java.net.URI;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.sqs.SqsClient;

/** DynamoDB and SQS on this machine, with Rampline's table and queues. */
public final class LocalStores implements AutoCloseable {
  private final URI dynamoDb;
  private final URI sqs;
  private final EmbeddedQueues queues;
  private final Closer closer;

  private LocalStores(URI dynamoDb, URI sqs, Closer owned) {
    this.dynamoDb = dynamoDb;
    this.sqs = sqs;
    this.closer = owned;
    try (DynamoDbClient tables = LocalClients.dynamoDb(dynamoDb);
        SqsClient client = LocalClients.sqs(sqs)) {
      LedgerTable.create(tables);
      this.queues = EmbeddedQueues.create(client);
    }
  }

  /** Starts new stores; closing stops them. */
  public static LocalStores embedded(Ports ports) {
    Closer owned = new Closer();
    try {
      EmbeddedDynamoDb dynamoDb = owned.register(EmbeddedDynamoDb.start(ports.dynamoDb()));
      EmbeddedSqs sqs = owned.register(EmbeddedSqs.start(ports.sqs()));
      return new LocalStores(dynamoDb.endpoint(), sqs.endpoint(), owned);
    } catch (RuntimeException failure) {
      owned.close();
      throw failure;
    }
  }

  /** Uses stores that are already running on loopback; closing leaves them running. */
  public static LocalStores external(Ports ports) {
    return external(Ports.LOOPBACK, ports);
  }

  /** Uses stores that are already running on that host; closing leaves them running. */
  public static LocalStores external(String host, Ports ports) {
    return new LocalStores(ports.dynamoDbOn(host), ports.sqsOn(host), new Closer());
  }

  /** The DynamoDB endpoint. */
  public URI dynamoDb() {
    return dynamoDb;
  }

  /** The SQS endpoint. */
  public URI sqs() {
    return sqs;
  }

  /** The queue URLs. */
  public EmbeddedQueues queues() {
    return queues;
  }

  @Override
  public void close() {
    closer.close();
  }
}
