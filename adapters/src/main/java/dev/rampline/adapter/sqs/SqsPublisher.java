package dev.rampline.adapter.sqs;

import dev.rampline.adapter.aws.CallLimit;
import dev.rampline.failure.FailureCause;
import dev.rampline.ingest.Publisher;
import dev.rampline.message.CloudEventMessage;
import dev.rampline.time.Deadline;
import java.util.List;
import java.util.Objects;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.SendMessageBatchRequest;
import software.amazon.awssdk.services.sqs.model.SendMessageBatchRequestEntry;

/**
 * Publishes to an SQS FIFO queue. Messages that exceed the size of one call are sent in several,
 * one after the other. If SQS rejects a whole batch because of one message, the messages are sent
 * individually, so that the others are sent. Thread-safe.
 */
public final class SqsPublisher implements Publisher {
  private final SqsClient client;
  private final String queueUrl;
  private final UnaryOperator<String> deduplicationIds;

  /** Creates a publisher that sends the same message only once within five minutes. */
  public SqsPublisher(SqsClient client, String queueUrl) {
    this(client, queueUrl, UnaryOperator.identity());
  }

  /**
   * Creates a publisher that can send the same message again.
   *
   * @param deduplicationIds maps a message id to its deduplication id
   */
  public SqsPublisher(SqsClient client, String queueUrl, UnaryOperator<String> deduplicationIds) {
    this.client = Objects.requireNonNull(client, "client");
    this.queueUrl = Objects.requireNonNull(queueUrl, "queueUrl");
    this.deduplicationIds = Objects.requireNonNull(deduplicationIds, "deduplicationIds");
  }

  @Override
  public List<Unsent> publish(List<CloudEventMessage> messages, Deadline deadline) {
    if (messages.isEmpty() || messages.size() > MAX_BATCH) {
      throw new IllegalArgumentException("Must be 1 to 10 messages: " + messages.size());
    }
    return SqsBatchSplitter.split(messages).stream()
        .flatMap(call -> send(call, deadline).stream())
        .toList();
  }

  private List<Unsent> send(List<CloudEventMessage> messages, Deadline deadline) {
    if (deadline.hasPassed()) {
      return SqsSendErrors.ofAll(messages, false, FailureCause.NO_TIME_LEFT.text());
    }
    try {
      return SqsSendErrors.ofResponse(
          CallLimit.within(deadline, () -> client.sendMessageBatch(request(messages))), messages);
    } catch (SdkException fault) {
      if (messages.size() > 1 && SqsSendErrors.isContentError(fault)) {
        return messages.stream()
            .flatMap(message -> send(List.of(message), deadline).stream())
            .toList();
      }
      return SqsSendErrors.ofException(fault, messages);
    }
  }

  private SendMessageBatchRequest request(List<CloudEventMessage> messages) {
    return SendMessageBatchRequest.builder()
        .queueUrl(queueUrl)
        .entries(
            IntStream.range(0, messages.size())
                .mapToObj(index -> entry(index, messages.get(index)))
                .toList())
        .build();
  }

  private SendMessageBatchRequestEntry entry(int index, CloudEventMessage message) {
    return SendMessageBatchRequestEntry.builder()
        .id(Integer.toString(index))
        .messageGroupId(message.subject().text())
        .messageDeduplicationId(deduplicationIds.apply(message.id()))
        .messageBody(message.body())
        .messageAttributes(SqsMessageAttributes.of(message))
        .build();
  }
}
