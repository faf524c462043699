package dev.rampline.adapter.sqs;

import dev.rampline.event.TraceContext;
import dev.rampline.message.CloudEventMessage;
import java.util.Map;
import software.amazon.awssdk.services.sqs.model.MessageAttributeValue;

/** The message attributes: the trace, where tracing tools expect it. */
final class SqsMessageAttributes {
  private static final String TEXT = "String";

  private SqsMessageAttributes() {}

  static Map<String, MessageAttributeValue> of(CloudEventMessage message) {
    TraceContext trace = message.trace();
    return trace == null
        ? Map.of()
        : Map.of(
            TraceContext.NAME,
            MessageAttributeValue.builder().dataType(TEXT).stringValue(trace.text()).build());
  }

  /** Returns their share of the call's size: SQS counts names, types and values. */
  static int bytes(CloudEventMessage message) {
    TraceContext trace = message.trace();
    return trace == null ? 0 : TraceContext.NAME.length() + TEXT.length() + trace.text().length();
  }
}
