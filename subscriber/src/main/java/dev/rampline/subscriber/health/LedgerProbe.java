package dev.rampline.subscriber.health;

import dev.rampline.event.Subject;
import dev.rampline.ledger.Ledger;
import dev.rampline.ledger.Ledger.Consistency;
import dev.rampline.ledger.UnreadableRecordException;
import dev.rampline.time.Deadline;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/**
 * Reads a record that is not there, to see whether the ledger answers: at most once in a few
 * seconds, however often it is asked. Thread-safe.
 */
public final class LedgerProbe {
  private static final Subject PROBE_SUBJECT = Subject.order("health-probe");
  private static final Duration BUDGET = Duration.ofSeconds(1);
  private static final Duration CACHE_DURATION = Duration.ofSeconds(3);

  private final Ledger ledger;
  private final InstantSource clock;
  private Instant cachedUntil = Instant.MIN;
  private boolean reachable;

  public LedgerProbe(Ledger ledger, InstantSource clock) {
    this.ledger = ledger;
    this.clock = clock;
  }

  /** Whether it answered lately. */
  public synchronized boolean isReachable() {
    if (!clock.instant().isBefore(cachedUntil)) {
      reachable = canRead();
      cachedUntil = clock.instant().plus(CACHE_DURATION);
    }
    return reachable;
  }

  private boolean canRead() {
    try {
      ledger.read(PROBE_SUBJECT, Consistency.EVENTUAL, Deadline.after(BUDGET, clock));
      return true;
    } catch (UnreadableRecordException odd) {
      return true;
    } catch (RuntimeException fault) {
      // Whether it is down or refuses us: no word can be kept now.
      return false;
    }
  }
}
