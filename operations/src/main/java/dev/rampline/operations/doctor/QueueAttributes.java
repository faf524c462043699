package dev.rampline.operations.doctor;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.Map;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;

/** The attributes of an SQS queue. */
record QueueAttributes(Map<QueueAttributeName, String> values) {
  private static final JsonMapper MAPPER = new JsonMapper();

  QueueAttributes {
    values = Map.copyOf(values);
  }

  String text(QueueAttributeName name) {
    return values.getOrDefault(name, "");
  }

  /** Reads an attribute as JSON; a missing node if it is absent or not JSON. */
  JsonNode json(QueueAttributeName name) {
    try {
      return MAPPER.readTree(text(name));
    } catch (JsonProcessingException invalid) {
      return MAPPER.missingNode();
    }
  }

  /** Whether an attribute differs. A missing one does not: ElasticMQ supports few attributes. */
  boolean hasDifferent(QueueAttributeName name, String wanted) {
    return values.containsKey(name) && !text(name).equals(wanted);
  }
}
