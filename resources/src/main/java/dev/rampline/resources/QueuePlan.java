package dev.rampline.resources;

import java.util.Arrays;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;

/**
 * The queues as in the deployed template, but with SQS's default visibility timeout of 30 seconds,
 * which suits receiving by hand.
 */
public enum QueuePlan {
  /** Messages that a consumer failed to handle. */
  EVENTS_DEAD("events-dead.fifo"),
  /** Messages for consumers. A consumer can fail for two days before one is dead-lettered. */
  EVENTS("events.fifo", EVENTS_DEAD, 1000),
  /** Events that the retry function could not ingest. */
  RETRY_DEAD("retry-dead"),
  /**
   * Events that the ledger could not take. Each is retried at least every 15 minutes, so that an
   * outage of days dead-letters none.
   */
  RETRY("retry", RETRY_DEAD, 1000),
  /** Authentic payloads that cannot be placed. */
  QUARANTINE("quarantine"),
  /** Record versions that the relay could not send. */
  RELAY_DEAD("relay-dead"),
  /** Scheduled runs that failed. */
  SCHEDULE_DEAD("schedule-dead");

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

  private final String suffix;
  private final @Nullable QueuePlan target;
  private final int receives;

  QueuePlan(String suffix) {
    this(suffix, null, 0);
  }

  QueuePlan(String suffix, @Nullable QueuePlan target, int receives) {
    this.suffix = suffix;
    this.target = target;
    this.receives = receives;
  }

  /** The name of the queue on a laptop. */
  public String queueName() {
    return ResourceNames.LOCAL.queue(this);
  }

  /** What follows the installation's name in the name of the queue. */
  String suffix() {
    return suffix;
  }

  /** The attributes of the queue, without its redrive policy. */
  public Map<QueueAttributeName, String> attributes() {
    return suffix.endsWith(FIFO_SUFFIX) ? FIFO : STANDARD;
  }

  /** The redrive policy; empty for a dead-letter queue. */
  public Optional<Redrive> redrive() {
    return Optional.ofNullable(target).map(queue -> new Redrive(queue, receives));
  }

  /** The queue whose dead-letter queue this is; empty if SQS moves no messages here. */
  public Optional<QueuePlan> source() {
    return Arrays.stream(values()).filter(queue -> queue.target == this).findFirst();
  }

  /**
   * The redrive policy of a queue.
   *
   * @param target the dead-letter queue
   * @param receives how often a message is received before it is dead-lettered
   */
  public record Redrive(QueuePlan target, int receives) {
    public Redrive {
      Objects.requireNonNull(target, "target");
    }

    /** Returns the policy as SQS's JSON. */
    public String policy(String targetArn) {
      return """
          {"deadLetterTargetArn":"%s","maxReceiveCount":"%d"}"""
          .formatted(targetArn, receives);
    }
  }
}
