package dev.rampline.devkit.stack;

import dev.rampline.embedded.EmbeddedDynamoDb;
import dev.rampline.embedded.EmbeddedSqs;
import dev.rampline.embedded.LedgerTable;
import dev.rampline.embedded.LocalClients;
import dev.rampline.embedded.Queues;
import java.net.URI;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.sqs.SqsClient;

/** DynamoDB and SQS on this machine, with the table and the queues in them. */
public final class Stores implements AutoCloseable {
  private final URI dynamoDb;
  private final URI sqs;
  private final Queues queues;
  private final Closing owned;

  private Stores(URI dynamoDb, URI sqs, Closing owned) {
    this.dynamoDb = dynamoDb;
    this.sqs = sqs;
    this.owned = owned;
    try (DynamoDbClient tables = LocalClients.dynamoDb(dynamoDb);
        SqsClient client = LocalClients.sqs(sqs)) {
      LedgerTable.create(tables);
      this.queues = Queues.create(client);
    }
  }

  /** Starts stores of its own, and ends them when it is closed. */
  public static Stores embedded(Ports ports) {
    Closing owned = new Closing();
    try {
      EmbeddedDynamoDb dynamoDb = owned.later(EmbeddedDynamoDb.start(ports.dynamoDb()));
      EmbeddedSqs sqs = owned.later(EmbeddedSqs.start(ports.sqs()));
      return new Stores(dynamoDb.endpoint(), sqs.endpoint(), owned);
    } catch (RuntimeException failure) {
      owned.close();
      throw failure;
    }
  }

  /** Uses stores that run already on loopback, and leaves them running. */
  public static Stores external(Ports ports) {
    return external(Ports.LOOPBACK, ports);
  }

  /** Uses stores that run already on that address, and leaves them running. */
  public static Stores external(String host, Ports ports) {
    return new Stores(ports.dynamoDbOn(host), ports.sqsOn(host), new Closing());
  }

  /** Where DynamoDB answers. */
  public URI dynamoDb() {
    return dynamoDb;
  }

  /** Where SQS answers. */
  public URI sqs() {
    return sqs;
  }

  /** The queues by their URLs. */
  public Queues queues() {
    return queues;
  }

  @Override
  public void close() {
    owned.close();
  }
}
