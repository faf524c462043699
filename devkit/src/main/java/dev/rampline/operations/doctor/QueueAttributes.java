package dev.rampline.operations.doctor;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.Map;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;

/** What SQS tells of a queue. */
record QueueAttributes(Map<QueueAttributeName, String> values) {
  private static final JsonMapper MAPPER = new JsonMapper();

  QueueAttributes {
    values = Map.copyOf(values);
  }

  String text(QueueAttributeName name) {
    return values.getOrDefault(name, "");
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
  boolean hasDifferent(QueueAttributeName name, String wanted) {
    return values.containsKey(name) && !text(name).equals(wanted);
  }
}
