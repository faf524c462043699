package dev.rampline.operations.recovery;

import dev.rampline.adapter.aws.AwsFaults;
import dev.rampline.adapter.sqs.SqsSendErrors;
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
 * Sends dead letters to where they belong. A letter is deleted only after that, so a run that is
 * broken off, or is made twice, sends one twice at worst, with the id that its receiver knows. What
 * was taken and not sent is given back at the end, whatever ends it. Not thread-safe, and good for
 * one run.
 */
public final class Redrive {
  /** Beside what the tempo wants for a batch; a run that is killed keeps letters for so long. */
  private static final Duration VISIBILITY_MARGIN = Duration.ofSeconds(30);

  private final DlqReader reader;
  private final RedriveTarget target;
  private final RunOptions options;
  private final InFlightMessages inFlight;
  private RecoverySummary summary = RecoverySummary.EMPTY;

  /** Takes from there. */
  public Redrive(DeadLetterQueue from, StoreClients site, RunOptions terms) {
    this.reader = from.reader(site);
    this.target = from.redriveTarget(site, RunId.create(), terms);
    this.options = terms;
    this.inFlight =
        new InFlightMessages(
            reader,
            terms.clock().instant(),
            VISIBILITY_MARGIN.plus(terms.rateLimiter().timeFor(DlqReader.MAX_RECEIVED)));
  }

  /** Sends as many letters, at most. */
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
      summary = summary.withStopReason(String.valueOf(fault.getMessage()));
    } finally {
      inFlight.close();
    }
    return summary;
  }

  /** Names as many letters, at most, and leaves them where they are. */
  public List<String> list(int limit) {
    List<String> names = new ArrayList<>();
    try (inFlight) {
      for (List<Message> some = inFlight.take(limit); !some.isEmpty(); ) {
        some.forEach(letter -> names.add(target.name(letter)));
        some =
            names.size() < limit && !options.listener().isStopRequested()
                ? inFlight.take(limit - names.size())
                : List.of();
      }
      return names;
    }
  }

  private void sendAll(int limit) {
    boolean more = true;
    while (more && summary.sent() < limit) {
      List<Message> some = inFlight.take(limit - summary.sent());
      Iterator<Message> next = some.iterator();
      while (next.hasNext() && proceed()) {
        send(next.next());
        options.listener().onProgress(summary);
      }
      more = !some.isEmpty() && proceed();
    }
  }

  private boolean proceed() {
    if (summary.stopReason() == null && options.listener().isStopRequested()) {
      summary = summary.withStopReason(RunOptions.STOP_REQUESTED);
    }
    return summary.stopReason() == null;
  }

  private void send(Message letter) {
    options.rateLimiter().acquire(1);
    switch (trySend(letter)) {
      case Accepted() -> {
        inFlight.delete(letter);
        summary = summary.sent(1);
      }
      case Rejected(String reason) ->
          summary = summary.notSent(target.name(letter) + ": " + reason);
      case Blocked(String reason) -> summary = summary.withStopReason(reason);
    }
  }

  /** What is said against a letter itself stops no other. */
  private RedriveResult trySend(Message letter) {
    try {
      return target.send(letter);
    } catch (SdkException fault) {
      if (SqsSendErrors.isContentError(fault)) {
        return Rejected.fromQueueError(AwsFaults.name(fault));
      }
      throw fault;
    }
  }

  private void reportNewer() {
    long later = inFlight.newerCount();
    if (later > 0) {
      summary =
          summary.notSent("%d came while this ran: see why, before you go on".formatted(later));
    }
  }

  /**
   * SQS tells the number late, and letters of this run may be among it for a while; those that were
   * in flight before it began are not this run's.
   */
  private void reportHeldElsewhere(int elsewhere) {
    if (elsewhere > 0) {
      summary =
          summary.notSent(
              "%d in flight elsewhere, as after a run that was killed: come again in a minute"
                  .formatted(elsewhere));
    }
  }
}
