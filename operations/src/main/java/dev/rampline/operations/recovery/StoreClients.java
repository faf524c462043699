package dev.rampline.operations.recovery;

import dev.rampline.resources.QueuePlan;
import java.util.Objects;
import java.util.function.Function;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.sqs.SqsClient;

/**
 * Clients of the ledger table and the queues. Closing it closes the clients.
 *
 * @param table the name of the ledger table
 * @param queueNames returns the name of a queue in the installation
 */
public record StoreClients(
    DynamoDbClient tables, SqsClient queues, String table, Function<QueuePlan, String> queueNames)
    implements AutoCloseable {
  public StoreClients {
    Objects.requireNonNull(tables, "tables");
    Objects.requireNonNull(queues, "queues");
    Objects.requireNonNull(table, "table");
    Objects.requireNonNull(queueNames, "queueNames");
  }

  /** Creates clients of stores on this machine, whose queues have the default names. */
  public StoreClients(DynamoDbClient tables, SqsClient queues, String table) {
    this(tables, queues, table, QueuePlan::queueName);
  }

  /**
   * Returns the URL of a queue.
   *
   * @throws software.amazon.awssdk.services.sqs.model.QueueDoesNotExistException if the queue does
   *     not exist
   */
  public String queueUrl(QueuePlan plan) {
    return queues.getQueueUrl(wanted -> wanted.queueName(queueNames.apply(plan))).queueUrl();
  }

  @Override
  public void close() {
    tables.close();
    queues.close();
  }
}
