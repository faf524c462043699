package dev.rampline.adapter.sqs;

import static java.util.stream.Collectors.toUnmodifiableMap;

import dev.rampline.event.TraceContext;
import dev.rampline.message.CloudEventMessage;
import java.util.Map;
import software.amazon.awssdk.services.sqs.model.MessageAttributeValue;

/** Creates message attributes. Those of a message are its trace, where tracing tools expect it. */
final class SqsMessageAttributes {
  private static final String TEXT = "String";

  private SqsMessageAttributes() {}

  static Map<String, MessageAttributeValue> of(CloudEventMessage message) {
    TraceContext trace = message.trace();
    return trace == null ? Map.of() : of(Map.of(TraceContext.NAME, trace.text()));
  }

  static Map<String, MessageAttributeValue> of(Map<String, String> texts) {
    return texts.entrySet().stream()
        .collect(toUnmodifiableMap(Map.Entry::getKey, text -> attribute(text.getValue())));
  }

  /** Returns their share of the call's size: SQS counts names, types and values. */
  static int bytes(CloudEventMessage message) {
    TraceContext trace = message.trace();
    return trace == null ? 0 : TraceContext.NAME.length() + TEXT.length() + trace.text().length();
  }

  private static MessageAttributeValue attribute(String text) {
    return MessageAttributeValue.builder().dataType(TEXT).stringValue(text).build();
  }
}
