package dev.rampline.adapter.sqs;

import static java.util.stream.Collectors.toUnmodifiableMap;

import java.util.Map;
import software.amazon.awssdk.services.sqs.model.MessageAttributeValue;

/** Creates message attributes. */
final class SqsMessageAttributes {
  private SqsMessageAttributes() {}

  static Map<String, MessageAttributeValue> of(Map<String, String> texts) {
    return texts.entrySet().stream()
        .collect(toUnmodifiableMap(Map.Entry::getKey, text -> attribute(text.getValue())));
  }

  private static MessageAttributeValue attribute(String text) {
    return MessageAttributeValue.builder().dataType("String").stringValue(text).build();
  }
}
