package dev.rampline.reconcile;

import dev.rampline.ingest.IngestResult;
import dev.rampline.ledger.LedgerRecord;
import dev.rampline.ledger.UnreadableRecordException;
import dev.rampline.lifecycle.Decision;
import dev.rampline.observation.Field;
import dev.rampline.observation.Observation;
import dev.rampline.observation.Subject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Counts during one run. Not thread-safe. */
final class Tally {
  private final Set<Subject> lookedAt = new HashSet<>();
  private final List<Repair> repairs = new ArrayList<>();
  private int conflictsFound;
  private int conflictsSettled;
  private int unknown;
  private int failed;
  private final Set<Subject> forgotten = new HashSet<>();
  private int unreadable;
  private int dropped;
  private @Nullable Instant oldest;
  private @Nullable OpenOrder oldestOpen;
  private boolean passCompleted;
  private @Nullable String stoppedBy;

  void looksAt(Subject subject) {
    lookedAt.add(subject);
  }

  void hears(Observation word) {
    String createdAt = word.details().values().get(Field.CREATED_AT.text());
    if (createdAt != null) {
      Instant created = Instant.parse(createdAt);
      oldest = oldest == null || created.isBefore(oldest) ? created : oldest;
    }
  }

  /** As it is once it was looked at. */
  void leaves(LedgerRecord record) {
    OpenOrder.of(record)
        .ifPresent(open -> oldestOpen = oldestOpen == null ? open : oldestOpen.or(open));
  }

  void ingested(Subject subject, IngestResult result) {
    Decision decision = result.decision();
    if (decision instanceof Decision.Forgotten) {
      forgotten.add(subject);
    }
    if (!decision.makesVersion()) {
      return;
    }
    LedgerRecord record = decision.next().orElseThrow();
    repairs.add(new Repair(subject, record.state(), result));
    if (decision.leavesConflict()) {
      conflictsFound++;
    } else if (decision instanceof Decision.Conflict) {
      conflictsSettled++;
    }
  }

  void isUnknown() {
    unknown++;
  }

  void fails() {
    failed++;
  }

  /** One record that only newer code can read holds up no other. */
  void passesOverUnreadable(Runnable look) {
    try {
      look.run();
    } catch (UnreadableRecordException _) {
      unreadable++;
    }
  }

  /** What is said of it concerns nobody any more. */
  void passesOverForgotten(Subject subject) {
    forgotten.add(subject);
  }

  void drops() {
    dropped++;
  }

  void completesPass() {
    passCompleted = true;
  }

  void stopsBy(RuntimeException fault) {
    stoppedBy = fault.getClass().getName();
  }

  Report report() {
    return new Report(
        lookedAt.size(),
        repairs,
        conflictsFound,
        conflictsSettled,
        unknown,
        failed,
        unreadable,
        forgotten.size(),
        dropped,
        oldest,
        oldestOpen,
        passCompleted,
        stoppedBy);
  }
}
