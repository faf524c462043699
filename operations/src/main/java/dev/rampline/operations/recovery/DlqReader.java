package dev.rampline.operations.recovery;

import static software.amazon.awssdk.services.sqs.model.QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES_NOT_VISIBLE;

import java.time.Duration;
import java.util.List;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.Message;
import software.amazon.awssdk.services.sqs.model.MessageSystemAttributeName;

/** Reads messages of a dead-letter queue. */
record DlqReader(SqsClient queues, String url) {
  /** The largest batch that SQS returns. */
  static final int MAX_RECEIVED = 10;

  private static final int WAIT_SECONDS = 1;

  /**
   * Receives messages; an empty list means that there are none.
   *
   * @param time how long the messages stay invisible
   */
  List<Message> receive(int limit, Duration time) {
    return queues
        .receiveMessage(
            wanted ->
                wanted
                    .queueUrl(url)
                    .maxNumberOfMessages(Math.min(limit, MAX_RECEIVED))
                    .waitTimeSeconds(WAIT_SECONDS)
                    .visibilityTimeout(Math.toIntExact(time.toSeconds()))
                    .messageAttributeNames("All")
                    .messageSystemAttributeNames(MessageSystemAttributeName.ALL))
        .messages();
  }

  /** Returns the approximate number of messages that are in flight. */
  int inFlight() {
    return Integer.parseInt(
        queues
            .getQueueAttributes(
                wanted ->
                    wanted.queueUrl(url).attributeNames(APPROXIMATE_NUMBER_OF_MESSAGES_NOT_VISIBLE))
            .attributes()
            .getOrDefault(APPROXIMATE_NUMBER_OF_MESSAGES_NOT_VISIBLE, "0"));
  }

  void delete(Message message) {
    queues.deleteMessage(wanted -> wanted.queueUrl(url).receiptHandle(message.receiptHandle()));
  }

  /** Makes a message visible again. If that fails, its visibility timeout does. */
  void release(Message message) {
    try {
      queues.changeMessageVisibility(
          wanted ->
              wanted.queueUrl(url).receiptHandle(message.receiptHandle()).visibilityTimeout(0));
    } catch (SdkException ignored) {
      // The message becomes visible after its timeout.
    }
  }
}
