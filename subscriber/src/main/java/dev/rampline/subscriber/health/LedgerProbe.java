package dev.rampline.subscriber.health;

import dev.rampline.adapter.telemetry.EventLog;
import dev.rampline.adapter.telemetry.FaultName;
import dev.rampline.adapter.telemetry.LogEntry;
import dev.rampline.adapter.telemetry.LogField;
import dev.rampline.event.Subject;
import dev.rampline.failure.FailureCause;
import dev.rampline.ledger.Ledger;
import dev.rampline.ledger.Ledger.Consistency;
import dev.rampline.ledger.UnreadableRecordException;
import dev.rampline.time.Deadline;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/**
 * Checks whether the ledger is reachable by reading a record that does not exist. It caches the
 * result for a few seconds. Thread-safe.
 */
public final class LedgerProbe {
  private static final Subject PROBE_SUBJECT = Subject.order("health-probe");
  private static final Duration BUDGET = Duration.ofSeconds(1);
  private static final Duration CACHE_DURATION = Duration.ofSeconds(3);

  private final Ledger ledger;
  private final EventLog eventLog;
  private final InstantSource clock;
  private Instant cachedUntil = Instant.MIN;
  private boolean reachable = true;

  /** Creates a probe that logs why the ledger is not reachable, once for each outage. */
  public LedgerProbe(Ledger ledger, EventLog eventLog, InstantSource clock) {
    this.ledger = ledger;
    this.eventLog = eventLog;
    this.clock = clock;
  }

  /** Returns whether the last read, at most a few seconds ago, succeeded. */
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
    } catch (UnreadableRecordException unreadable) {
      return true;
    } catch (RuntimeException fault) {
      // If the ledger is down or denies access, no event can be stored.
      if (reachable) {
        eventLog.write(
            new LogEntry("subscriber", clock.instant())
                .field(LogField.CAUSE, FailureCause.LEDGER_UNAVAILABLE.text())
                .field(LogField.FAULT, FaultName.ofRootCause(fault)));
      }
      return false;
    }
  }
}
