package dev.rampline.adapter.sns;

import static java.util.stream.Collectors.toUnmodifiableMap;

import dev.rampline.adapter.publishing.BatchPublisher;
import dev.rampline.adapter.publishing.SendErrors;
import dev.rampline.message.CloudEventMessage;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.UnaryOperator;
import software.amazon.awssdk.services.sns.SnsClient;
import software.amazon.awssdk.services.sns.model.MessageAttributeValue;
import software.amazon.awssdk.services.sns.model.PublishBatchRequestEntry;

/** Publishes to an SNS FIFO topic. Thread-safe. */
public final class SnsPublisher extends BatchPublisher {
  private final SnsClient client;
  private final String topicArn;

  /** Creates a publisher that sends the same message only once within five minutes. */
  public SnsPublisher(SnsClient client, String topicArn) {
    this(client, topicArn, UnaryOperator.identity());
  }

  /**
   * Creates a publisher that can send the same message again.
   *
   * @param deduplicationIds maps a message id to its deduplication id
   */
  public SnsPublisher(SnsClient client, String topicArn, UnaryOperator<String> deduplicationIds) {
    super(SendErrors.SNS, deduplicationIds);
    this.client = Objects.requireNonNull(client, "client");
    this.topicArn = Objects.requireNonNull(topicArn, "topicArn");
  }

  @Override
  protected List<RejectedEntry> call(List<CloudEventMessage> messages) {
    return client
        .publishBatch(
            batch ->
                batch.topicArn(topicArn).publishBatchRequestEntries(entries(messages, this::entry)))
        .failed()
        .stream()
        .map(failed -> new RejectedEntry(failed.id(), failed.senderFault(), failed.code()))
        .toList();
  }

  private PublishBatchRequestEntry entry(String id, CloudEventMessage message) {
    return PublishBatchRequestEntry.builder()
        .id(id)
        .messageGroupId(message.subject().text())
        .messageDeduplicationId(deduplicationId(message))
        .message(message.body())
        .messageAttributes(
            attributes(message).entrySet().stream()
                .collect(toUnmodifiableMap(Map.Entry::getKey, text -> attribute(text.getValue()))))
        .build();
  }

  private static MessageAttributeValue attribute(String text) {
    return MessageAttributeValue.builder().dataType("String").stringValue(text).build();
  }
}
