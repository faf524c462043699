package dev.rampline.subscriber.processing;

import dev.rampline.adapter.telemetry.Metric;
import dev.rampline.decoding.SocketDecodingResult;
import dev.rampline.event.Subject;
import dev.rampline.ingest.Ingest;
import dev.rampline.ingest.IngestResult;
import dev.rampline.ledger.LedgerUnavailableException;
import dev.rampline.ledger.UnreadableRecordException;
import dev.rampline.lifecycle.Decision;
import dev.rampline.subscriber.processing.WorkerPool.Outcome;
import dev.rampline.time.Deadline;
import java.time.Duration;
import java.time.InstantSource;

/** Writes a word of the socket as a claim, unless it tells nothing new. */
final class UnverifiedEventTask implements WorkerPool.Task<SocketDecodingResult.Update> {
  /** Longer than the ledger and the queue may take together. */
  private static final Duration BUDGET = Duration.ofSeconds(10);

  /** What looks like a mistake of ours is mostly one of a deployment under way. */
  private static final int MAX_ATTEMPTS = 8;

  private final Ingest ingest;
  private final LookupQueue lookups;
  private final ReconciliationTrigger trigger;
  private final ProcessorTelemetry telemetry;
  private final InstantSource clock;

  UnverifiedEventTask(
      Ingest ingest,
      LookupQueue readBacks,
      ReconciliationTrigger gap,
      ProcessorTelemetry telling,
      InstantSource clock) {
    this.ingest = ingest;
    this.lookups = readBacks;
    this.trigger = gap;
    this.telemetry = telling;
    this.clock = clock;
  }

  @Override
  public Outcome execute(Subject subject, SocketDecodingResult.Update word, int tries) {
    try {
      IngestResult result = ingest.ingest(word.event(), Deadline.after(BUDGET, clock));
      if (result.decision() instanceof Decision.Erased) {
        telemetry.logResult(word.event(), Metric.ERASED, result);
      } else {
        afterWrite(subject, word, result, tries);
      }
      return Outcome.DONE;
    } catch (LedgerUnavailableException down) {
      return retryLater(subject, Metric.EVENTS_WAITING, down, tries);
    } catch (UnreadableRecordException newer) {
      telemetry.logFailure(subject, Metric.UNREADABLE_RECORDS, newer);
      return Outcome.DONE;
    } catch (RuntimeException ours) {
      return tries < MAX_ATTEMPTS
          ? retryLater(subject, Metric.FAULTS, ours, tries)
          : drop(subject, ours);
    }
  }

  private void afterWrite(
      Subject subject, SocketDecodingResult.Update word, IngestResult result, int tries) {
    boolean made = result.decision().hasNewVersion();
    if (made) {
      telemetry.logResult(word.event(), Metric.UNVERIFIED_EVENTS, result);
    } else {
      telemetry.count(Metric.EVENTS_REPEATED);
    }
    // A try whose answer was lost may have written the claim that this one finds.
    if (made || tries > 1) {
      lookups.enqueue(subject, word.providerId());
    }
  }

  private Outcome retryLater(Subject subject, Metric what, RuntimeException fault, int tries) {
    if (tries == 1) {
      telemetry.logFailure(subject, what, fault);
    }
    return Outcome.RETRY;
  }

  /** Whoever asks the API does not need the word. */
  private Outcome drop(Subject subject, RuntimeException fault) {
    telemetry.logFailure(subject, Metric.EVENTS_DROPPED, fault);
    trigger.reconcile();
    return Outcome.DONE;
  }
}
