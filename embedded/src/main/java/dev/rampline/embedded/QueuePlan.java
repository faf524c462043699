package dev.rampline.embedded;

import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;

/**
 * Every queue as the deployed template has it; but whoever receives by hand on a laptop sees a
 * message again after SQS's own 30 seconds.
 */
public enum QueuePlan {
  /** Messages that a consumer failed on too often. */
  EVENTS_DEAD("rampline-events-dead.fifo"),
  /** Every message for consumers. A consumer may fail for an hour before one leaves its place. */
  EVENTS("rampline-events.fifo", EVENTS_DEAD, 20),
  /** Observations that the retry queue could not take in either. */
  RETRY_DEAD("rampline-retry-dead"),
  /**
   * Observations that the ledger could not take. They come once in 15 minutes at the latest, so an
   * outage of days makes no dead letters.
   */
  RETRY("rampline-retry", RETRY_DEAD, 1000),
  /** Records that the relay could not send. */
  RELAY_DEAD("rampline-relay-dead"),
  /** Runs of a schedule that broke off. */
  SCHEDULE_DEAD("rampline-schedule-dead");

  private static final String FIFO_SUFFIX = ".fifo";
  private static final String DAYS_14 = "1209600";
  private static final Map<QueueAttributeName, String> STANDARD =
      Map.of(QueueAttributeName.MESSAGE_RETENTION_PERIOD, DAYS_14);
  private static final Map<QueueAttributeName, String> FIFO =
      Map.of(
          QueueAttributeName.MESSAGE_RETENTION_PERIOD, DAYS_14,
          QueueAttributeName.FIFO_QUEUE, "true",
          QueueAttributeName.CONTENT_BASED_DEDUPLICATION, "false",
          QueueAttributeName.DEDUPLICATION_SCOPE, "messageGroup",
          QueueAttributeName.FIFO_THROUGHPUT_LIMIT, "perMessageGroupId");

  private final String queueName;
  private final @Nullable QueuePlan target;
  private final int receives;

  QueuePlan(String queueName) {
    this(queueName, null, 0);
  }

  QueuePlan(String queueName, @Nullable QueuePlan target, int receives) {
    this.queueName = queueName;
    this.target = target;
    this.receives = receives;
  }

  /** Its name. */
  public String queueName() {
    return queueName;
  }

  /** What it is set to, but for where its dead letters go. */
  public Map<QueueAttributeName, String> attributes() {
    return queueName.endsWith(FIFO_SUFFIX) ? FIFO : STANDARD;
  }

  /** Where its dead letters go; empty: it is where those of others go. */
  public Optional<Redrive> redrive() {
    return Optional.ofNullable(target).map(queue -> new Redrive(queue, receives));
  }

  /**
   * What becomes of a message that nobody can take.
   *
   * @param target where it goes
   * @param receives how often it is received before that
   */
  public record Redrive(QueuePlan target, int receives) {
    public Redrive {
      Objects.requireNonNull(target, "target");
    }

    /** As SQS writes it. */
    public String policy(String targetArn) {
      return """
          {"deadLetterTargetArn":"%s","maxReceiveCount":"%d"}"""
          .formatted(targetArn, receives);
    }
  }
}
