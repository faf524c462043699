package dev.rampline.devkit.recovery;

import java.util.List;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.Message;
import software.amazon.awssdk.services.sqs.model.MessageSystemAttributeName;

/** A queue of dead letters. */
record Letterbox(SqsClient queues, String url) {
  /** For how long nobody else gets a letter that was taken. */
  private static final int HELD_SECONDS = 300;

  private static final int WAIT_SECONDS = 1;
  private static final int MAX_TAKEN = 10;

  /** Some, as long as there are any. */
  List<Message> take(int most) {
    return queues
        .receiveMessage(
            wanted ->
                wanted
                    .queueUrl(url)
                    .maxNumberOfMessages(Math.min(most, MAX_TAKEN))
                    .waitTimeSeconds(WAIT_SECONDS)
                    .visibilityTimeout(HELD_SECONDS)
                    .messageAttributeNames("All")
                    .messageSystemAttributeNames(MessageSystemAttributeName.ALL))
        .messages();
  }

  void delete(Message letter) {
    queues.deleteMessage(gone -> gone.queueUrl(url).receiptHandle(letter.receiptHandle()));
  }

  /** At once; else it comes back by itself. */
  void giveBack(Message letter) {
    try {
      queues.changeMessageVisibility(
          back -> back.queueUrl(url).receiptHandle(letter.receiptHandle()).visibilityTimeout(0));
    } catch (SdkException late) {
      // It is back already, or will be.
    }
  }
}
