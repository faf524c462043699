package dev.rampline.operations.recovery;

import static software.amazon.awssdk.services.sqs.model.QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES_NOT_VISIBLE;

import java.time.Duration;
import java.util.List;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.Message;
import software.amazon.awssdk.services.sqs.model.MessageSystemAttributeName;

/** A queue of dead letters. */
record DlqReader(SqsClient queues, String url) {
  /** As many as SQS hands out at once. */
  static final int MAX_RECEIVED = 10;

  private static final int WAIT_SECONDS = 1;

  /**
   * Some, as long as there are any.
   *
   * @param time for how long nobody else gets them
   */
  List<Message> receive(int most, Duration time) {
    return queues
        .receiveMessage(
            wanted ->
                wanted
                    .queueUrl(url)
                    .maxNumberOfMessages(Math.min(most, MAX_RECEIVED))
                    .waitTimeSeconds(WAIT_SECONDS)
                    .visibilityTimeout(Math.toIntExact(time.toSeconds()))
                    .messageAttributeNames("All")
                    .messageSystemAttributeNames(MessageSystemAttributeName.ALL))
        .messages();
  }

  /** How many somebody has taken and neither deleted nor given back, as far as SQS knows. */
  int inFlight() {
    return Integer.parseInt(
        queues
            .getQueueAttributes(
                asked ->
                    asked.queueUrl(url).attributeNames(APPROXIMATE_NUMBER_OF_MESSAGES_NOT_VISIBLE))
            .attributes()
            .getOrDefault(APPROXIMATE_NUMBER_OF_MESSAGES_NOT_VISIBLE, "0"));
  }

  void delete(Message letter) {
    queues.deleteMessage(gone -> gone.queueUrl(url).receiptHandle(letter.receiptHandle()));
  }

  /** At once; else it comes back by itself. */
  void release(Message letter) {
    try {
      queues.changeMessageVisibility(
          back -> back.queueUrl(url).receiptHandle(letter.receiptHandle()).visibilityTimeout(0));
    } catch (SdkException late) {
      // It is back already, or will be.
    }
  }
}
