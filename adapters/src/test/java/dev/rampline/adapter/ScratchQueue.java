package dev.rampline.adapter;

import static java.util.Objects.requireNonNull;

import dev.rampline.event.Subject;
import dev.rampline.event.TraceContext;
import dev.rampline.message.CloudEventMessage;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.MessageAttributeValue;
import software.amazon.awssdk.services.sqs.model.MessageSystemAttributeName;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;

/**
 * An empty FIFO queue for one test, and its consumer.
 *
 * @param client the client
 * @param url the queue's URL
 */
public record ScratchQueue(SqsClient client, String url) {
  /** Creates a queue with a unique name. */
  public static ScratchQueue create(SqsClient client) {
    String name = "contract-" + UUID.randomUUID() + ".fifo";
    return new ScratchQueue(
        client,
        client
            .createQueue(
                queue ->
                    queue.queueName(name).attributes(Map.of(QueueAttributeName.FIFO_QUEUE, "true")))
            .queueUrl());
  }

  /**
   * Receives until there are the expected number and no more arrive, or none arrives for a second.
   */
  public List<CloudEventMessage> receive(int expected) {
    return QueueDrainer.receiveAll(expected, this::next);
  }

  /** Deletes the queue. */
  public void delete() {
    client.deleteQueue(queue -> queue.queueUrl(url));
  }

  private List<CloudEventMessage> next(int waitSeconds) {
    return client
        .receiveMessage(
            wanted ->
                wanted
                    .queueUrl(url)
                    .maxNumberOfMessages(10)
                    .waitTimeSeconds(waitSeconds)
                    .messageAttributeNames(TraceContext.NAME)
                    .messageSystemAttributeNames(
                        MessageSystemAttributeName.MESSAGE_GROUP_ID,
                        MessageSystemAttributeName.MESSAGE_DEDUPLICATION_ID))
        .messages()
        .stream()
        .map(this::receive)
        .toList();
  }

  private CloudEventMessage receive(software.amazon.awssdk.services.sqs.model.Message received) {
    client.deleteMessage(done -> done.queueUrl(url).receiptHandle(received.receiptHandle()));
    Map<MessageSystemAttributeName, String> attributes = received.attributes();
    return new CloudEventMessage(
        requireNonNull(attributes.get(MessageSystemAttributeName.MESSAGE_DEDUPLICATION_ID)),
        new Subject(requireNonNull(attributes.get(MessageSystemAttributeName.MESSAGE_GROUP_ID))),
        received.body(),
        trace(received.messageAttributes().get(TraceContext.NAME)));
  }

  private static @Nullable TraceContext trace(@Nullable MessageAttributeValue attribute) {
    return attribute == null ? null : TraceContext.parse(attribute.stringValue()).orElseThrow();
  }
}
