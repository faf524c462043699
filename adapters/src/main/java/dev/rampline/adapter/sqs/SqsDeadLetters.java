package dev.rampline.adapter.sqs;

import dev.rampline.ingest.DeadLetter;
import dev.rampline.ingest.DeadLetters;
import dev.rampline.ingest.DeadLettersUnavailableException;
import dev.rampline.time.Deadline;
import java.util.Map;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.sqs.SqsClient;

/** A dead-letter queue on SQS. The reason is a message attribute. Thread-safe. */
public final class SqsDeadLetters implements DeadLetters {
  /** The name of the message attribute. */
  public static final String REASON = "reason";

  private final StandardQueue queue;

  public SqsDeadLetters(SqsClient client, String queueUrl) {
    this.queue = new StandardQueue(client, queueUrl);
  }

  @Override
  public void send(DeadLetter message, Deadline deadline) {
    try {
      queue.send(message.body(), Map.of(REASON, message.reason()), deadline);
    } catch (SdkException fault) {
      throw new DeadLettersUnavailableException(
          "Cannot send a message to the dead-letter queue", fault);
    }
  }
}
