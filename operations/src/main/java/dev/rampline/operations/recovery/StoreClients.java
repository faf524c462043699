package dev.rampline.operations.recovery;

import dev.rampline.resources.QueuePlan;
import java.util.Objects;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.sqs.SqsClient;

/**
 * Clients of the ledger table and the queues. Closing it closes the clients.
 *
 * @param table the name of the ledger table
 */
public record StoreClients(DynamoDbClient tables, SqsClient queues, String table)
    implements AutoCloseable {
  public StoreClients {
    Objects.requireNonNull(tables, "tables");
    Objects.requireNonNull(queues, "queues");
    Objects.requireNonNull(table, "table");
  }

  /**
   * Returns the URL of a queue.
   *
   * @throws software.amazon.awssdk.services.sqs.model.QueueDoesNotExistException if the queue does
   *     not exist
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
