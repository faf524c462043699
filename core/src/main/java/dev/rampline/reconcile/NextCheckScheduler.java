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
 * Schedules a record's next due check: the delay grows with the time since the last event, or with
 * the number of failed lookups in a row. An open conflict is checked every hour at least. A state
 * is checked as soon as the API's answer can deny it. If the record changes meanwhile, the
 * scheduler reads it again and postpones the check if it is still due.
 */
final class NextCheckScheduler {
  static final Duration MIN_DELAY = Duration.ofMinutes(5);
  static final Duration MAX_DELAY = Duration.ofDays(1);
  static final Duration MAX_DELAY_AFTER_FAILURE = Duration.ofHours(1);
  static final Duration MAX_DELAY_OF_CONFLICT = Duration.ofHours(1);
  static final Duration MAX_AGE = Duration.ofDays(90);
  private static final int MAX_ATTEMPTS = 5;
  private static final int MAX_DOUBLINGS = 10;

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
      int failedLookups =
          attempt instanceof Attempt.Failed ? record.pendingChecks().failedLookups() + 1 : 0;
      Instant nextCheckAt = isDone ? null : next(record, failedLookups, now);
      LedgerRecord postponed =
          record.withNextCheckAt(deadline.clock().instant(), nextCheckAt, failedLookups);
      switch (ledger.write(postponed, deadline)) {
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

  private @Nullable Instant next(LedgerRecord record, int failedLookups, Instant now) {
    Duration age = Duration.between(record.lastChange().metadata().receivedAt(), now);
    if (age.compareTo(MAX_AGE) >= 0) {
      return null;
    }
    Duration maxDelay =
        record.terminalStates().hasOpenConflict() ? MAX_DELAY_OF_CONFLICT : MAX_DELAY;
    Instant next =
        now.plus(
            failedLookups == 0
                ? between(MIN_DELAY, age, maxDelay)
                : between(MIN_DELAY, backoff(failedLookups), MAX_DELAY_AFTER_FAILURE));
    return scope == LookupScope.CONFIRM
        ? Lifecycle.deniableFrom(record).filter(from -> isBetween(now, from, next)).orElse(next)
        : next;
  }

  private static Duration backoff(int failedLookups) {
    return MIN_DELAY.multipliedBy(1L << Math.min(failedLookups - 1, MAX_DOUBLINGS));
  }

  private static Duration between(Duration least, Duration delay, Duration most) {
    if (delay.compareTo(least) < 0) {
      return least;
    }
    return delay.compareTo(most) > 0 ? most : delay;
  }

  private static boolean isBetween(Instant now, Instant time, Instant next) {
    return time.isAfter(now) && time.isBefore(next);
  }
}
