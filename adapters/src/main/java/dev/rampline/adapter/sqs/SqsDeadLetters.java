package dev.rampline.adapter.sqs;

import dev.rampline.ingest.DeadLetter;
import dev.rampline.ingest.DeadLetters;
import dev.rampline.time.Deadline;
import java.util.Map;
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
    queue.send(message.body(), Map.of(REASON, message.reason()), deadline);
  }
}
