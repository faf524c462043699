package dev.rampline.operations.recovery;

import dev.rampline.adapter.aws.AwsFaults;
import dev.rampline.adapter.publishing.SendErrors;
import dev.rampline.operations.recovery.RedriveTarget.RedriveResult;
import dev.rampline.operations.recovery.RedriveTarget.RedriveResult.Accepted;
import dev.rampline.operations.recovery.RedriveTarget.RedriveResult.Blocked;
import dev.rampline.operations.recovery.RedriveTarget.RedriveResult.Rejected;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.sqs.model.Message;

/**
 * Sends dead-lettered messages again. It deletes a message only after a successful send, so an
 * interrupted or repeated run sends a message at most twice, with the same id. At the end it
 * releases messages that it received and did not send. Not thread-safe, and for a single run.
 */
public final class Redrive {
  /** Added to the time for a batch. After a killed run, messages stay invisible for this time. */
  private static final Duration VISIBILITY_MARGIN = Duration.ofSeconds(30);

  private final DeadLetterQueue from;
  private final DlqReader reader;
  private final RedriveTarget target;
  private final RunOptions options;
  private final InFlightMessages inFlight;
  private RecoverySummary summary = RecoverySummary.EMPTY;

  /** Creates a run that reads from a dead-letter queue. */
  public Redrive(DeadLetterQueue from, StoreClients clients, RunOptions options) {
    this.from = from;
    this.reader = from.reader(clients);
    this.target = from.redriveTarget(clients, RunId.create(), options);
    this.options = options;
    this.inFlight =
        new InFlightMessages(
            reader,
            options.clock().instant(),
            VISIBILITY_MARGIN.plus(options.rateLimiter().timeFor(DlqReader.MAX_RECEIVED)));
  }

  /** Sends at most {@code limit} messages. */
  public RecoverySummary run(int limit) {
    try {
      int elsewhere = reader.inFlight();
      sendAll(limit);
      reportNewer();
      inFlight.close();
      if (summary.stopReason() == null && summary.sent() < limit) {
        reportHeldElsewhere(Math.min(elsewhere, reader.inFlight()));
      }
    } catch (SdkException fault) {
      summary = summary.withStopReason(AwsFaults.description(fault));
    } finally {
      inFlight.close();
    }
    return summary;
  }

  /** Lists at most {@code limit} messages without moving them. */
  public List<String> list(int limit) {
    List<String> names = new ArrayList<>();
    try (inFlight) {
      for (List<Message> batch = inFlight.take(limit); !batch.isEmpty(); ) {
        batch.forEach(message -> names.add(target.name(message)));
        batch =
            names.size() < limit && !options.listener().isStopRequested()
                ? inFlight.take(limit - names.size())
                : List.of();
      }
      return names;
    }
  }

  /** Returns the number of messages that another run has received. */
  public int heldElsewhere() {
    return reader.inFlight();
  }

  private void sendAll(int limit) {
    boolean more = true;
    while (more && summary.sent() < limit) {
      List<Message> batch = inFlight.take(limit - summary.sent());
      Iterator<Message> next = batch.iterator();
      while (next.hasNext() && proceed()) {
        send(next.next());
        options.listener().onProgress(summary);
      }
      more = !batch.isEmpty() && proceed();
    }
  }

  private boolean proceed() {
    if (summary.stopReason() == null && options.listener().isStopRequested()) {
      summary = summary.withStopReason(RunOptions.STOP_REQUESTED);
    }
    return summary.stopReason() == null;
  }

  private void send(Message message) {
    options.rateLimiter().acquire(1);
    switch (trySend(message)) {
      case Accepted() -> {
        inFlight.delete(message);
        summary = summary.sent(1);
      }
      case Rejected(String reason) ->
          summary = summary.notSent(target.name(message) + ": " + reason);
      case Blocked(String reason) -> summary = summary.withStopReason(reason);
    }
  }

  /** An error about a single message does not stop the run. */
  private RedriveResult trySend(Message message) {
    try {
      return target.send(message);
    } catch (SdkException fault) {
      if (SendErrors.SQS.isContentError(fault)) {
        return Rejected.fromQueueError(AwsFaults.name(fault));
      }
      throw fault;
    }
  }

  /** What still cannot be placed returns to the quarantine, perhaps before the run ends. */
  private void reportNewer() {
    long later = from == DeadLetterQueue.QUARANTINE ? 0 : inFlight.newerCount();
    if (later > 0) {
      summary =
          summary.notSent(
              "%d arrived during this run: find the cause before you continue".formatted(later));
    }
  }

  /**
   * SQS updates the number of in-flight messages with a delay, and it may include messages of this
   * run. Messages that were in flight before the run began belong to another one.
   */
  private void reportHeldElsewhere(int elsewhere) {
    if (elsewhere > 0) {
      summary =
          summary.notSent(
              "%d in flight elsewhere, possibly from a killed run: try again in a minute"
                  .formatted(elsewhere));
    }
  }
}
