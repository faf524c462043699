package dev.rampline.adapter;

import java.util.List;
import java.util.UUID;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.Message;

/**
 * An empty standard queue for one test, and its consumer.
 *
 * @param client the client
 * @param url the queue's URL
 */
public record ScratchStandardQueue(SqsClient client, String url) {
  /** Creates a queue with a unique name. */
  public static ScratchStandardQueue create(SqsClient client) {
    String name = "contract-" + UUID.randomUUID();
    return new ScratchStandardQueue(
        client, client.createQueue(queue -> queue.queueName(name)).queueUrl());
  }

  /**
   * Receives until there are the expected number and no more arrive, or none arrives for a second.
   */
  public List<Message> receive(int expected) {
    return QueueDrainer.receiveAll(expected, this::next);
  }

  /** Deletes the queue. */
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
