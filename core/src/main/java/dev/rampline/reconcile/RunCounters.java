package dev.rampline.reconcile;

import dev.rampline.event.Field;
import dev.rampline.event.Subject;
import dev.rampline.event.VerifiedEvent;
import dev.rampline.failure.FailureCause;
import dev.rampline.ingest.IngestResult;
import dev.rampline.ledger.LedgerRecord;
import dev.rampline.ledger.UnreadableRecordException;
import dev.rampline.lifecycle.Decision;
import dev.rampline.reconcile.ReconciliationReport.Count;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Counts the results of one run. Not thread-safe. */
final class RunCounters {
  /** A report names only so many subjects: after an outage, every subject may be affected. */
  private static final int MAX_SKIPPED_SUBJECTS = 20;

  private final Map<Count, Integer> counts = new EnumMap<>(Count.class);
  private final Set<Subject> checked = new HashSet<>();
  private final List<RecoveredEvent> recovered = new ArrayList<>();
  private final Map<FailureCause, Integer> failedLookups = new EnumMap<>(FailureCause.class);
  private final Set<Subject> erased = new HashSet<>();
  private @Nullable Instant oldest;
  private @Nullable WaitingSubject oldestOpen;
  private @Nullable WaitingSubject oldestUnconfirmed;
  private @Nullable WaitingSubject oldestConflict;
  private boolean scanCompleted;
  private final List<SkippedSubject> skipped = new ArrayList<>();
  private final List<StopReason> stops = new ArrayList<>();

  void countChecked(Subject subject) {
    checked.add(subject);
  }

  void trackOldest(VerifiedEvent event) {
    String createdAt = event.fields().values().get(Field.CREATED_AT.text());
    if (createdAt != null) {
      Instant created = Instant.parse(createdAt);
      oldest = oldest == null || created.isBefore(oldest) ? created : oldest;
    }
  }

  /** Tracks the oldest open order and the oldest open conflict after their check. */
  void trackOpen(LedgerRecord record) {
    WaitingSubject.forTerminalState(record)
        .ifPresent(order -> oldestOpen = order.olderOf(oldestOpen));
    WaitingSubject.forResolution(record)
        .ifPresent(conflict -> oldestConflict = conflict.olderOf(oldestConflict));
  }

  /** Tracks the oldest unconfirmed state after its check. */
  void trackUnconfirmed(LedgerRecord record) {
    WaitingSubject.forConfirmation(record)
        .ifPresent(state -> oldestUnconfirmed = state.olderOf(oldestUnconfirmed));
  }

  void countIngested(Subject subject, LookupResult lookup) {
    IngestResult result = lookup.result();
    Decision decision = result.decision();
    if (decision instanceof Decision.Erased) {
      erased.add(subject);
    }
    if (result.isLeftToRelay()) {
      count(Count.LEFT_TO_RELAY);
    }
    if (lookup.isFirstReport()) {
      count(Count.FIRST_REPORTED);
    }
    if (!decision.hasNewVersion()) {
      return;
    }
    LedgerRecord record = decision.nextRecord().orElseThrow();
    if (decision instanceof Decision.FieldsUpdated
        && lookup.event().metadata().receivedAt().equals(record.content().confirmedAt())) {
      count(Count.CONFIRMED);
      return;
    }
    if (decision.isDisagreement()) {
      count(Count.DISAGREEMENT);
    }
    recovered.add(new RecoveredEvent(subject, record.state(), result));
    if (decision.hasOpenConflict()) {
      count(Count.CONFLICT_FOUND);
    } else if (decision instanceof Decision.Conflict) {
      count(Count.CONFLICT_RESOLVED);
    }
  }

  void countFailed(Subject subject, ProviderException fault) {
    failedLookups.merge(fault.failure().cause(), 1, Integer::sum);
    addSkipped(subject, fault);
  }

  void count(Count count) {
    counts.merge(count, 1, Integer::sum);
  }

  /** Skips a record that this version of the code cannot read, so that it does not block others. */
  void skipUnreadable(Subject subject, Runnable check) {
    try {
      check.run();
    } catch (UnreadableRecordException fault) {
      countUnreadable(subject, fault);
    }
  }

  void countUnreadable(Subject subject, UnreadableRecordException fault) {
    count(Count.UNREADABLE);
    addSkipped(subject, fault);
  }

  private void addSkipped(Subject subject, RuntimeException fault) {
    if (skipped.size() < MAX_SKIPPED_SUBJECTS) {
      skipped.add(new SkippedSubject(subject, fault));
    }
  }

  /** The subject is erased, so the event is dropped. */
  void countErased(Subject subject) {
    erased.add(subject);
  }

  void markScanCompleted() {
    scanCompleted = true;
  }

  void countStop(StopReason reason) {
    stops.add(reason);
  }

  ReconciliationReport report() {
    counts.put(Count.CHECKED, checked.size());
    counts.put(Count.ERASED, erased.size());
    return new ReconciliationReport(
        counts,
        recovered,
        new RunFailures(failedLookups, skipped, stops),
        oldest,
        oldestOpen,
        oldestUnconfirmed,
        oldestConflict,
        scanCompleted);
  }
}
