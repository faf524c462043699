package dev.rampline.ledger;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;

/**
 * How often a record was written, and by whom lately.
 *
 * @param number of the write: 1 is the first, and every write adds 1
 * @param version what consumers see of it: grows only when something that the message shows changed
 * @param writeIds the ids of the last {@value #MAX_WRITE_IDS} ingests that wrote, the newest last
 * @param updatedAt when it was written
 */
public record Revision(long number, long version, List<UUID> writeIds, Instant updatedAt) {
  /** How many write ids are kept. */
  public static final int MAX_WRITE_IDS = 20;

  public Revision {
    writeIds = List.copyOf(writeIds);
    Objects.requireNonNull(updatedAt, "updatedAt");
  }
}
