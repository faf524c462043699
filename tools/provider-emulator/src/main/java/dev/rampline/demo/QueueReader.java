package dev.rampline.demo;

import dev.rampline.testkit.check.ObservedMessage;
import java.net.URI;
import java.util.List;
import java.util.stream.IntStream;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.DeleteMessageBatchRequestEntry;
import software.amazon.awssdk.services.sqs.model.Message;

/** Receives and deletes messages from the queue as a consumer does. */
public final class QueueReader {
  private static final int MAX_RECEIVED = 10;

  private final SqsClient client;
  private final String queue;

  public QueueReader(SqsClient client, URI queue) {
    this.client = client;
    this.queue = queue.toString();
  }

  /** The next messages; empty if none arrives within a second. */
  public List<ObservedMessage> receiveAndDelete() {
    List<Message> messages =
        client
            .receiveMessage(
                want -> want.queueUrl(queue).maxNumberOfMessages(MAX_RECEIVED).waitTimeSeconds(1))
            .messages();
    if (!messages.isEmpty()) {
      delete(messages);
    }
    return messages.stream().map(Message::body).map(ObservedMessage::of).toList();
  }

  private void delete(List<Message> messages) {
    List<DeleteMessageBatchRequestEntry> entries =
        IntStream.range(0, messages.size())
            .mapToObj(index -> entry(index, messages.get(index)))
            .toList();
    client.deleteMessageBatch(batch -> batch.queueUrl(queue).entries(entries));
  }

  private static DeleteMessageBatchRequestEntry entry(int index, Message message) {
    return DeleteMessageBatchRequestEntry.builder()
        .id(Integer.toString(index))
        .receiptHandle(message.receiptHandle())
        .build();
  }
}
