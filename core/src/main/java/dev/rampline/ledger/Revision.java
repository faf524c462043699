package dev.rampline.ledger;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

/**
 * The revision of a record.
 *
 * @param number number of writes, starting with 1
 * @param version version that consumers see: increases only when the message changes
 * @param writeIds ids of the last {@value #MAX_WRITE_IDS} writes, the newest last
 * @param updatedAt time of the last write; it never goes back, even if a clock does
 */
public record Revision(long number, long version, List<UUID> writeIds, Instant updatedAt) {
  /** Maximum number of stored write ids. */
  public static final int MAX_WRITE_IDS = 20;

  public Revision {
    writeIds = List.copyOf(writeIds);
    Objects.requireNonNull(updatedAt, "updatedAt");
  }

  /**
   * Returns the id of a write that the replaced revision contains too; empty if none is certain. It
   * tells the replaced revision from another of the same number.
   */
  public Optional<UUID> earlierWriteId() {
    return writeIds.size() < 2 ? Optional.empty() : Optional.of(writeIds.get(writeIds.size() - 2));
  }

  /** Returns the next revision of the same version. */
  Revision next(Instant now) {
    return new Revision(number + 1, version, writeIds, later(now));
  }

  /** Returns the same revision with another write id and the time of that write. */
  Revision withWrite(UUID writeId, Instant now) {
    List<UUID> ids = new ArrayList<>(writeIds);
    ids.add(writeId);
    return new Revision(
        number,
        version,
        ids.subList(Math.max(0, ids.size() - MAX_WRITE_IDS), ids.size()),
        later(now));
  }

  /** Returns this time, or the time of the last write if that is later. */
  Instant later(Instant now) {
    return now.isAfter(updatedAt) ? now : updatedAt;
  }
}
