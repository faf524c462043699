package dev.rampline.adapter.sqs;

import static java.util.stream.Collectors.toUnmodifiableMap;

import dev.rampline.adapter.aws.CallLimits;
import dev.rampline.time.Deadline;
import java.util.Map;
import java.util.Objects;
import software.amazon.awssdk.core.exception.ApiCallTimeoutException;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.MessageAttributeValue;

/**
 * A standard queue; one message is sent per call.
 *
 * @param client the SQS client
 * @param url the queue's URL
 */
record StandardQueue(SqsClient client, String url) {
  StandardQueue {
    Objects.requireNonNull(client, "client");
    Objects.requireNonNull(url, "url");
  }

  /**
   * Sends a message. When this returns, the queue has it.
   *
   * @throws SdkException if the queue rejects the message or does not respond before the deadline
   */
  void send(String body, Map<String, String> attributes, Deadline deadline) {
    if (deadline.hasPassed()) {
      throw ApiCallTimeoutException.builder().message("The deadline has passed").build();
    }
    client.sendMessage(
        message ->
            message
                .queueUrl(url)
                .messageBody(body)
                .messageAttributes(messageAttributes(attributes))
                .overrideConfiguration(CallLimits.until(deadline)));
  }

  private static Map<String, MessageAttributeValue> messageAttributes(
      Map<String, String> attributes) {
    return attributes.entrySet().stream()
        .collect(
            toUnmodifiableMap(
                Map.Entry::getKey, attribute -> messageAttribute(attribute.getValue())));
  }

  private static MessageAttributeValue messageAttribute(String value) {
    return MessageAttributeValue.builder().dataType("String").stringValue(value).build();
  }
}
