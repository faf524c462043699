package dev.rampline.reconcile;

import dev.rampline.event.Field;
import dev.rampline.event.Subject;
import dev.rampline.event.VerifiedEvent;
import dev.rampline.ingest.IngestResult;
import dev.rampline.ledger.LedgerRecord;
import dev.rampline.ledger.UnreadableRecordException;
import dev.rampline.lifecycle.Decision;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Counts the results of one run. Not thread-safe. */
final class RunCounters {
  private final Set<Subject> checked = new HashSet<>();
  private final List<RecoveredEvent> recovered = new ArrayList<>();
  private int conflictsFound;
  private int conflictsResolved;
  private int unknown;
  private int failed;
  private final Set<Subject> erased = new HashSet<>();
  private int unreadable;
  private int abandoned;
  private @Nullable Instant oldest;
  private @Nullable OpenOrder oldestOpen;
  private boolean scanCompleted;
  private @Nullable String stoppedBy;

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

  /** Tracks the oldest open order after its check. */
  void trackOpenOrder(LedgerRecord record) {
    OpenOrder.of(record)
        .ifPresent(open -> oldestOpen = oldestOpen == null ? open : oldestOpen.olderOf(open));
  }

  void countIngested(Subject subject, IngestResult result) {
    Decision decision = result.decision();
    if (decision instanceof Decision.Erased) {
      erased.add(subject);
    }
    if (!decision.hasNewVersion()) {
      return;
    }
    LedgerRecord record = decision.nextRecord().orElseThrow();
    recovered.add(new RecoveredEvent(subject, record.state(), result));
    if (decision.hasOpenConflict()) {
      conflictsFound++;
    } else if (decision instanceof Decision.Conflict) {
      conflictsResolved++;
    }
  }

  void countUnknown() {
    unknown++;
  }

  void countFailed() {
    failed++;
  }

  /** Skips a record that this version of the code cannot read, so that it does not block others. */
  void skipUnreadable(Runnable check) {
    try {
      check.run();
    } catch (UnreadableRecordException _) {
      countUnreadable();
    }
  }

  void countUnreadable() {
    unreadable++;
  }

  /** The subject is erased, so the event is dropped. */
  void countErased(Subject subject) {
    erased.add(subject);
  }

  void countAbandoned() {
    abandoned++;
  }

  void markScanCompleted() {
    scanCompleted = true;
  }

  /** The first fault stands. Its message is a fixed text with at most a status. */
  void markStopped(String part, RuntimeException fault) {
    if (stoppedBy == null) {
      stoppedBy = part + ": " + fault.getMessage();
    }
  }

  ReconciliationReport report() {
    return new ReconciliationReport(
        checked.size(),
        recovered,
        conflictsFound,
        conflictsResolved,
        unknown,
        failed,
        unreadable,
        erased.size(),
        abandoned,
        oldest,
        oldestOpen,
        scanCompleted,
        stoppedBy);
  }
}
