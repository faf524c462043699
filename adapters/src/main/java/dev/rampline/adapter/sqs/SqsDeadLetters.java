package dev.rampline.adapter.sqs;

import dev.rampline.ingest.DeadLetter;
import dev.rampline.ingest.DeadLetters;
import dev.rampline.ingest.DeadLettersUnavailableException;
import dev.rampline.time.Deadline;
import java.util.Map;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.sqs.SqsClient;

/** A queue of dead letters; the reason stands beside each as an attribute. Thread-safe. */
public final class SqsDeadLetters implements DeadLetters {
  /** The attribute's name. */
  public static final String REASON = "reason";

  private final StandardQueue queue;

  public SqsDeadLetters(SqsClient client, String queueUrl) {
    this.queue = new StandardQueue(client, queueUrl);
  }

  @Override
  public void send(DeadLetter letter, Deadline deadline) {
    try {
      queue.send(letter.body(), Map.of(REASON, letter.reason()), deadline);
    } catch (SdkException fault) {
      throw new DeadLettersUnavailableException("A dead letter was not sent", fault);
    }
  }
}
