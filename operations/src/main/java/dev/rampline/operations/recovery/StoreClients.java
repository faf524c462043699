package dev.rampline.operations.recovery;

import dev.rampline.resources.QueuePlan;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.sns.SnsClient;
import software.amazon.awssdk.services.sqs.SqsClient;

/**
 * Clients of the ledger table, the queues, and the topic. Closing it closes the clients.
 *
 * @param table the name of the ledger table
 * @param queueNames returns the name of a queue in the installation
 * @param topic the topic for further consumers, if the installation has one
 */
public record StoreClients(
    DynamoDbClient tables,
    SqsClient queues,
    String table,
    Function<QueuePlan, String> queueNames,
    Optional<Topic> topic)
    implements AutoCloseable {
  /** A topic and its client. */
  public record Topic(SnsClient client, String arn) {
    public Topic {
      Objects.requireNonNull(client, "client");
      Objects.requireNonNull(arn, "arn");
    }
  }

  public StoreClients {
    Objects.requireNonNull(tables, "tables");
    Objects.requireNonNull(queues, "queues");
    Objects.requireNonNull(table, "table");
    Objects.requireNonNull(queueNames, "queueNames");
    Objects.requireNonNull(topic, "topic");
  }

  /** Creates clients of stores on this machine: queues with the default names, and no topic. */
  public StoreClients(DynamoDbClient tables, SqsClient queues, String table) {
    this(tables, queues, table, QueuePlan::queueName, Optional.empty());
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
    topic.ifPresent(found -> found.client().close());
  }
}
