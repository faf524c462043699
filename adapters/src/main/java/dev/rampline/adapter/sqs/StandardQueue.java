package dev.rampline.adapter.sqs;

import dev.rampline.adapter.aws.AwsFaults;
import dev.rampline.adapter.aws.CallLimit;
import dev.rampline.ingest.QueueUnavailableException;
import dev.rampline.time.Deadline;
import java.util.Map;
import java.util.Objects;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.sqs.SqsClient;

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
   * @throws QueueUnavailableException if the queue rejects the message or does not respond before
   *     the deadline
   */
  void send(String body, Map<String, String> attributes, Deadline deadline) {
    if (deadline.hasPassed()) {
      throw new QueueUnavailableException("The deadline has passed", null);
    }
    try {
      CallLimit.within(
          deadline,
          () ->
              client.sendMessage(
                  message ->
                      message
                          .queueUrl(url)
                          .messageBody(body)
                          .messageAttributes(SqsMessageAttributes.of(attributes))));
    } catch (SdkException fault) {
      throw new QueueUnavailableException("SQS: " + AwsFaults.name(fault), fault);
    }
  }
}
