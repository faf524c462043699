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
 * @param writes the ids of the last {@value #MAX_WRITES} ingests that wrote, the newest last
 * @param updatedAt when it was written
 */
public record Revision(long number, long version, List<UUID> writes, Instant updatedAt) {
  /** How many write ids are kept. */
  public static final int MAX_WRITES = 20;

  public Revision {
    writes = List.copyOf(writes);
    Objects.requireNonNull(updatedAt, "updatedAt");
  }
}
