package dev.rampline.ingest;

import dev.rampline.ledger.Bounds;
import dev.rampline.ledger.LedgerRecord;
import dev.rampline.lifecycle.Decision;
import dev.rampline.observation.TraceContext;
import java.util.Optional;
import java.util.UUID;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * What one ingest puts on the record that it writes, the same however often it has to try.
 *
 * @param writeId by which it knows its own write again
 * @param trace that the word belongs to
 */
record Authorship(UUID writeId, TraceContext trace) {

  /**
   * Of a new ingest.
   *
   * @param told the trace that the word brought; null: it begins one
   */
  static Authorship drawnFrom(RandomGenerator random, @Nullable TraceContext told) {
    return new Authorship(nextId(random), told == null ? TraceContext.drawnFrom(random) : told);
  }

  /** The record to write; empty: there is nothing to write. */
  Optional<LedgerRecord> of(Decision decision) {
    return decision
        .next()
        .map(next -> decision.makesVersion() ? next.tracedBy(trace) : next)
        .map(Bounds::fit)
        .map(next -> next.writtenBy(writeId));
  }

  /** A random UUID (version 4), drawn from the port. */
  private static UUID nextId(RandomGenerator random) {
    long high = (random.nextLong() & 0xffff_ffff_ffff_0fffL) | 0x4000L;
    long low = (random.nextLong() & 0x3fff_ffff_ffff_ffffL) | 0x8000_0000_0000_0000L;
    return new UUID(high, low);
  }
}
