package dev.rampline.operations.recovery;

import dev.rampline.embedded.QueuePlan;
import java.util.Objects;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.sqs.SqsClient;

/**
 * Where records and letters are. Closing it closes the clients.
 *
 * @param table the ledger's
 */
public record StoreClients(DynamoDbClient tables, SqsClient queues, String table)
    implements AutoCloseable {
  public StoreClients {
    Objects.requireNonNull(tables, "tables");
    Objects.requireNonNull(queues, "queues");
    Objects.requireNonNull(table, "table");
  }

  /**
   * Where a queue is.
   *
   * @throws software.amazon.awssdk.services.sqs.model.QueueDoesNotExistException if there is none
   */
  String queueUrl(QueuePlan plan) {
    return queues.getQueueUrl(wanted -> wanted.queueName(plan.queueName())).queueUrl();
  }

  @Override
  public void close() {
    tables.close();
    queues.close();
  }
}
