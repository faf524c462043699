package dev.rampline.devkit.recovery;

import dev.rampline.embedded.QueuePlan;
import java.util.Objects;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.sqs.SqsClient;

/**
 * Where records and letters are. Closing it closes the clients.
 *
 * @param table the ledger's
 * @param environment what stands in the source of every message: two with one id have equal bytes
 */
public record Site(DynamoDbClient tables, SqsClient queues, String table, String environment)
    implements AutoCloseable {
  public Site {
    Objects.requireNonNull(tables, "tables");
    Objects.requireNonNull(queues, "queues");
    Objects.requireNonNull(table, "table");
    Objects.requireNonNull(environment, "environment");
  }

  /**
   * Where a queue is.
   *
   * @throws software.amazon.awssdk.services.sqs.model.QueueDoesNotExistException if there is none
   */
  String url(QueuePlan plan) {
    return queues.getQueueUrl(wanted -> wanted.queueName(plan.queueName())).queueUrl();
  }

  @Override
  public void close() {
    tables.close();
    queues.close();
  }
}
