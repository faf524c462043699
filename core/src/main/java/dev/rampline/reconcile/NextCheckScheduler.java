package dev.rampline.reconcile;

import dev.rampline.event.Subject;
import dev.rampline.ledger.Entry;
import dev.rampline.ledger.Ledger;
import dev.rampline.ledger.Ledger.Consistency;
import dev.rampline.ledger.Ledger.WriteResult;
import dev.rampline.ledger.LedgerRecord;
import dev.rampline.time.Deadline;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Moves the time of a record's next look: the longer nothing was heard, the longer it may wait.
 * Whoever writes the record meanwhile decides; what they left is postponed, if it is still due.
 */
final class NextCheckScheduler {
  static final Duration SHORTEST = Duration.ofMinutes(5);
  static final Duration LONGEST = Duration.ofDays(1);
  static final Duration GIVEN_UP_AFTER = Duration.ofDays(90);
  private static final int MAX_ATTEMPTS = 5;

  private final Ledger ledger;

  NextCheckScheduler(Ledger ledger) {
    this.ledger = ledger;
  }

  /**
   * Postpones the next look at it, or drops it.
   *
   * @param answered whether anybody could be asked; else it is tried again soon
   * @return whether it was dropped
   */
  boolean postpone(Subject subject, boolean answered, Instant now, Deadline deadline) {
    Entry entry = ledger.read(subject, Consistency.STRONG, deadline).orElse(null);
    for (int attempt = 0;
        attempt < MAX_ATTEMPTS && entry instanceof LedgerRecord record && isDue(record, now);
        attempt++) {
      Instant lookAt = next(record.lastChange().receivedAt(), answered, now);
      switch (ledger.write(record.withNextCheckAt(now, lookAt), deadline)) {
        case WriteResult.Written() -> {
          return lookAt == null;
        }
        case WriteResult.Superseded(Entry newer) -> entry = newer;
      }
    }
    return false;
  }

  static boolean isDue(LedgerRecord record, Instant now) {
    Instant lookAt = record.pendingChecks().nextCheckAt();
    return lookAt != null && !lookAt.isAfter(now);
  }

  private static @Nullable Instant next(Instant heard, boolean answered, Instant now) {
    Duration quiet = Duration.between(heard, now);
    if (quiet.compareTo(GIVEN_UP_AFTER) >= 0) {
      return null;
    }
    if (!answered || quiet.compareTo(SHORTEST) < 0) {
      return now.plus(SHORTEST);
    }
    return now.plus(quiet.compareTo(LONGEST) > 0 ? LONGEST : quiet);
  }
}
