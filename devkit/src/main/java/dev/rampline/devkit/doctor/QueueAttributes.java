package dev.rampline.devkit.doctor;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.rampline.embedded.QueuePlan;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;
import software.amazon.awssdk.services.sqs.model.QueueDoesNotExistException;

/** What SQS tells of a queue. */
record QueueAttributes(Map<QueueAttributeName, String> told) {
  private static final JsonMapper MAPPER = new JsonMapper();

  QueueAttributes {
    told = Map.copyOf(told);
  }

  /** Asks; empty: there is no such queue. */
  static Optional<QueueAttributes> of(SqsClient queues, QueuePlan plan) {
    try {
      String url = queues.getQueueUrl(wanted -> wanted.queueName(plan.queueName())).queueUrl();
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

  String text(QueueAttributeName name) {
    return told.getOrDefault(name, "");
  }

  /** What stands there as JSON; nothing, if nothing does. */
  JsonNode json(QueueAttributeName name) {
    try {
      return MAPPER.readTree(text(name));
    } catch (JsonProcessingException odd) {
      return MAPPER.missingNode();
    }
  }

  /** What is not told at all may be as it likes: ElasticMQ knows few attributes. */
  boolean contradicts(QueueAttributeName name, String wanted) {
    return told.containsKey(name) && !text(name).equals(wanted);
  }
}
