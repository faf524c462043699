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

/** Ingests an unverified event of the socket and queues a lookup if it changed the record. */
final class UnverifiedEventTask implements WorkerPool.Task<SocketDecodingResult.Update> {
  /** Longer than the budgets of the ledger and the queue together. */
  private static final Duration BUDGET = Duration.ofSeconds(10);

  /** Faults that look like bugs are often temporary, such as during a deployment. */
  private static final int MAX_ATTEMPTS = 8;

  private final Ingest ingest;
  private final LookupQueue lookups;
  private final ReconciliationTrigger trigger;
  private final ProcessorTelemetry telemetry;
  private final InstantSource clock;

  UnverifiedEventTask(
      Ingest ingest,
      LookupQueue lookups,
      ReconciliationTrigger trigger,
      ProcessorTelemetry telemetry,
      InstantSource clock) {
    this.ingest = ingest;
    this.lookups = lookups;
    this.trigger = trigger;
    this.telemetry = telemetry;
    this.clock = clock;
  }

  @Override
  public Outcome execute(Subject subject, SocketDecodingResult.Update update, int attempts) {
    try {
      IngestResult result = ingest.ingest(update.event(), Deadline.after(BUDGET, clock));
      if (result.decision() instanceof Decision.Erased) {
        telemetry.logResult(update.event(), Metric.ERASED, result);
      } else {
        afterWrite(subject, update, result, attempts);
      }
      return Outcome.DONE;
    } catch (LedgerUnavailableException down) {
      return retryLater(subject, Metric.EVENTS_WAITING, down, attempts);
    } catch (UnreadableRecordException unreadable) {
      telemetry.logFailure(subject, Metric.UNREADABLE_RECORDS, unreadable);
      return Outcome.DONE;
    } catch (RuntimeException fault) {
      return attempts < MAX_ATTEMPTS
          ? retryLater(subject, Metric.FAULTS, fault, attempts)
          : drop(subject, fault);
    }
  }

  private void afterWrite(
      Subject subject, SocketDecodingResult.Update update, IngestResult result, int attempts) {
    boolean changed = result.decision().hasNewVersion();
    if (changed) {
      telemetry.logResult(update.event(), Metric.UNVERIFIED_EVENTS, result);
    } else {
      telemetry.count(Metric.EVENTS_REPEATED);
    }
    // An earlier attempt may have written the event even though its response was lost.
    if (changed || attempts > 1) {
      lookups.enqueue(subject, update.providerId());
    }
  }

  private Outcome retryLater(Subject subject, Metric metric, RuntimeException fault, int attempts) {
    if (attempts == 1) {
      telemetry.logFailure(subject, metric, fault);
    }
    return Outcome.RETRY;
  }

  /** Drops the event; the reconciliation fetches the same update from the API. */
  private Outcome drop(Subject subject, RuntimeException fault) {
    telemetry.logFailure(subject, Metric.EVENTS_DROPPED, fault);
    trigger.reconcile();
    return Outcome.DONE;
  }
}
