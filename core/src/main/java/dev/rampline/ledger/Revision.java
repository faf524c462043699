package dev.rampline.ledger;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
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

  /** Returns this time, or the time of the last write if that is later. */
  Instant later(Instant now) {
    return now.isAfter(updatedAt) ? now : updatedAt;
  }
}
