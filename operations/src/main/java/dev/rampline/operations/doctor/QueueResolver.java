package dev.rampline.operations.doctor;

import dev.rampline.resources.QueuePlan;
import java.util.Optional;
import java.util.function.Function;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;
import software.amazon.awssdk.services.sqs.model.QueueDoesNotExistException;

/**
 * Finds queues by their names.
 *
 * @param names returns the name of a queue in the installation
 */
record QueueResolver(SqsClient queues, Function<QueuePlan, String> names) {
  String name(QueuePlan plan) {
    return names.apply(plan);
  }

  /** Reads all attributes of a queue; empty if the queue does not exist. */
  Optional<QueueAttributes> attributes(QueuePlan plan) {
    try {
      String url = queues.getQueueUrl(wanted -> wanted.queueName(name(plan))).queueUrl();
      return Optional.of(
          new QueueAttributes(
              queues
                  .getQueueAttributes(
                      wanted -> wanted.queueUrl(url).attributeNames(QueueAttributeName.ALL))
                  .attributes()));
    } catch (QueueDoesNotExistException missing) {
      return Optional.empty();
    }
  }
}
