package dev.rampline.adapter;

import java.util.List;
import java.util.UUID;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.Message;

/**
 * An empty queue without an order for one test, and its consumer.
 *
 * @param client where it is
 * @param url its own
 */
public record ScratchStandardQueue(SqsClient client, String url) {
  /** Makes one with a name of its own. */
  public static ScratchStandardQueue create(SqsClient client) {
    String name = "contract-" + UUID.randomUUID();
    return new ScratchStandardQueue(
        client, client.createQueue(queue -> queue.queueName(name)).queueUrl());
  }

  /** Receives until so many have come, or none does for a while; then any that are too many. */
  public List<Message> receive(int expected) {
    return QueueDrainer.receiveAll(expected, this::next);
  }

  /** Drops it. */
  public void delete() {
    client.deleteQueue(queue -> queue.queueUrl(url));
  }

  private List<Message> next(int waitSeconds) {
    List<Message> received =
        client
            .receiveMessage(
                wanted ->
                    wanted
                        .queueUrl(url)
                        .maxNumberOfMessages(10)
                        .waitTimeSeconds(waitSeconds)
                        .messageAttributeNames("All"))
            .messages();
    received.forEach(
        message ->
            client.deleteMessage(
                done -> done.queueUrl(url).receiptHandle(message.receiptHandle())));
    return received;
  }
}
