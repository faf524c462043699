package dev.rampline.erasure;

import dev.rampline.event.Subject;
import dev.rampline.failure.FailureCause;
import dev.rampline.ledger.Entry;
import dev.rampline.ledger.Ledger;
import dev.rampline.ledger.Ledger.Consistency;
import dev.rampline.ledger.Ledger.WriteResult;
import dev.rampline.ledger.LedgerRecord;
import dev.rampline.ledger.LedgerUnavailableException;
import dev.rampline.ledger.Tombstone;
import dev.rampline.time.Deadline;
import java.time.InstantSource;
import java.util.Objects;

/**
 * Replaces a subject's record by a tombstone. Concurrent events cannot undo it: all writes are
 * conditional and nothing follows a tombstone. Thread-safe.
 */
public final class Erasure {
  private static final int MAX_ATTEMPTS = 50;

  private final Ledger ledger;
  private final InstantSource clock;

  public Erasure(Ledger ledger, InstantSource clock) {
    this.ledger = Objects.requireNonNull(ledger, "ledger");
    this.clock = Objects.requireNonNull(clock, "clock");
  }

  /**
   * Erases a subject. Idempotent.
   *
   * @throws LedgerUnavailableException if the ledger failed, or every attempt lost a write race;
   *     the subject may be erased nevertheless
   * @throws dev.rampline.ledger.UnreadableRecordException if a newer version of the code wrote the
   *     record
   */
  public ErasureResult erase(Subject subject, Deadline deadline) {
    Entry entry = ledger.read(subject, Consistency.STRONG, deadline).orElse(null);
    for (int attempt = 0; attempt < MAX_ATTEMPTS; attempt++) {
      switch (entry) {
        case null -> {
          return new ErasureResult.Unknown();
        }
        case Tombstone earlier -> {
          return new ErasureResult.AlreadyErased(earlier);
        }
        case LedgerRecord record -> {
          Tombstone tombstone = record.toTombstone(clock.instant());
          switch (ledger.write(tombstone, deadline)) {
            case WriteResult.Written() -> {
              return new ErasureResult.Erased(tombstone);
            }
            case WriteResult.Superseded(Entry newer) -> entry = newer;
          }
        }
      }
    }
    throw new LedgerUnavailableException(FailureCause.WRITE_RACES_LOST);
  }
}
