package dev.rampline.erasure;

import dev.rampline.event.Subject;
import dev.rampline.failure.FailureCause;
import dev.rampline.ledger.Ledger;
import dev.rampline.ledger.Ledger.Consistency;
import dev.rampline.ledger.Ledger.WriteResult;
import dev.rampline.ledger.LedgerUnavailableException;
import dev.rampline.ledger.Tombstone;
import dev.rampline.lifecycle.CustomerGroup;
import dev.rampline.time.Deadline;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Replaces a subject's record by a tombstone, together with those of a customer's other ids.
 * Concurrent events cannot undo it: all writes are conditional and nothing follows a tombstone.
 * Thread-safe.
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
    for (int attempt = 0; attempt < MAX_ATTEMPTS; attempt++) {
      CustomerGroup group =
          CustomerGroup.read(
              subject, Set.of(subject), id -> ledger.read(id, Consistency.STRONG, deadline));
      Tombstone earlier = group.tombstone().orElse(null);
      if (earlier != null) {
        return new ErasureResult.AlreadyErased(earlier);
      }
      if (group.find(subject).isEmpty()) {
        return new ErasureResult.Unknown();
      }
      List<Tombstone> tombstones = tombstones(group);
      if (ledger.writeAll(tombstones, deadline) instanceof WriteResult.Written) {
        return new ErasureResult.Erased(
            tombstones.getFirst(), tombstones.stream().skip(1).map(Tombstone::subject).toList());
      }
    }
    throw new LedgerUnavailableException(FailureCause.WRITE_RACES_LOST);
  }

  /** Returns the tombstones of all of the customer's records, that of the subject first. */
  private List<Tombstone> tombstones(CustomerGroup group) {
    Instant now = clock.instant();
    return Stream.concat(
            Stream.of(group.subject()),
            group.subjects().stream().filter(id -> !id.equals(group.subject())))
        .flatMap(id -> group.find(id).stream())
        .map(record -> record.toTombstone(now))
        .toList();
  }
}
