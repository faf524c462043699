package dev.rampline.reconcile;

import dev.rampline.event.Subject;
import dev.rampline.ledger.Entry;
import dev.rampline.ledger.Ledger;
import dev.rampline.ledger.Ledger.Consistency;
import dev.rampline.ledger.Ledger.WriteResult;
import dev.rampline.ledger.LedgerRecord;
import dev.rampline.lifecycle.Lifecycle;
import dev.rampline.lifecycle.LookupScope;
import dev.rampline.reconcile.FailureBudget.Attempt;
import dev.rampline.time.Deadline;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Schedules a record's next due check: the delay grows with the time since the last event. If the
 * record changes meanwhile, the scheduler reads it again and postpones the check if it is still
 * due.
 */
final class NextCheckScheduler {
  static final Duration MIN_DELAY = Duration.ofMinutes(5);
  static final Duration MAX_DELAY = Duration.ofDays(1);
  static final Duration MAX_AGE = Duration.ofDays(90);
  private static final int MAX_ATTEMPTS = 5;

  private final Ledger ledger;
  private final LookupScope scope;

  NextCheckScheduler(Ledger ledger, LookupScope scope) {
    this.ledger = ledger;
    this.scope = scope;
  }

  /**
   * Postpones the record's next due check, or cancels it if it is answered and nothing is open. A
   * failed one is repeated soon.
   *
   * @return whether the check was canceled because of the record's age
   */
  boolean postpone(Subject subject, Attempt attempt, Instant now, Deadline deadline) {
    Entry entry = ledger.read(subject, Consistency.STRONG, deadline).orElse(null);
    for (int round = 0;
        round < MAX_ATTEMPTS && entry instanceof LedgerRecord record && isDue(record, now);
        round++) {
      boolean isDone = isDone(record, attempt);
      boolean answered = !(attempt instanceof Attempt.Failed);
      Instant nextCheckAt =
          isDone ? null : next(record.lastChange().metadata().receivedAt(), answered, now);
      Instant writtenAt = deadline.clock().instant();
      switch (ledger.write(record.withNextCheckAt(writtenAt, nextCheckAt), deadline)) {
        case WriteResult.Written() -> {
          return nextCheckAt == null && !isDone;
        }
        case WriteResult.Superseded(Entry newer) -> entry = newer;
        case WriteResult.Contended() -> {}
      }
    }
    return false;
  }

  private boolean isDone(LedgerRecord record, Attempt attempt) {
    return switch (attempt) {
      case Attempt.Answered _ -> !Lifecycle.isCheckNeededAfterAnswer(record, scope);
      case Attempt.Unknown _ -> !Lifecycle.isCheckNeeded(record, scope);
      case Attempt.Failed _ -> false;
    };
  }

  static boolean isDue(LedgerRecord record, Instant now) {
    Instant nextCheckAt = record.pendingChecks().nextCheckAt();
    return nextCheckAt != null && !nextCheckAt.isAfter(now);
  }

  private static @Nullable Instant next(Instant lastReceivedAt, boolean answered, Instant now) {
    Duration age = Duration.between(lastReceivedAt, now);
    if (age.compareTo(MAX_AGE) >= 0) {
      return null;
    }
    if (!answered || age.compareTo(MIN_DELAY) < 0) {
      return now.plus(MIN_DELAY);
    }
    return now.plus(age.compareTo(MAX_DELAY) > 0 ? MAX_DELAY : age);
  }
}
