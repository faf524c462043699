package dev.rampline.adapter.sqs;

import dev.rampline.adapter.publishing.BatchPublisher;
import dev.rampline.adapter.publishing.SendErrors;
import dev.rampline.message.CloudEventMessage;
import java.util.List;
import java.util.Objects;
import java.util.function.UnaryOperator;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.SendMessageBatchRequestEntry;

/** Publishes to an SQS FIFO queue. Thread-safe. */
public final class SqsPublisher extends BatchPublisher {
  private final SqsClient client;
  private final String queueUrl;

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
    super(SendErrors.SQS, deduplicationIds);
    this.client = Objects.requireNonNull(client, "client");
    this.queueUrl = Objects.requireNonNull(queueUrl, "queueUrl");
  }

  @Override
  protected List<RejectedEntry> call(List<CloudEventMessage> messages) {
    return client
        .sendMessageBatch(batch -> batch.queueUrl(queueUrl).entries(entries(messages, this::entry)))
        .failed()
        .stream()
        .map(failed -> new RejectedEntry(failed.id(), failed.senderFault(), failed.code()))
        .toList();
  }

  private SendMessageBatchRequestEntry entry(String id, CloudEventMessage message) {
    return SendMessageBatchRequestEntry.builder()
        .id(id)
        .messageGroupId(message.subject().text())
        .messageDeduplicationId(deduplicationId(message))
        .messageBody(message.body())
        .messageAttributes(SqsMessageAttributes.of(attributes(message)))
        .build();
  }
}
