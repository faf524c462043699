package dev.rampline.ingest;

import dev.rampline.event.TraceContext;
import dev.rampline.ledger.LedgerRecord;
import dev.rampline.ledger.SizeLimiter;
import dev.rampline.lifecycle.Decision;
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
record WriteContext(UUID writeId, TraceContext trace) {

  /**
   * Of a new ingest.
   *
   * @param told the trace that the word brought; null: it begins one
   */
  static WriteContext create(RandomGenerator random, @Nullable TraceContext told) {
    return new WriteContext(nextId(random), told == null ? TraceContext.create(random) : told);
  }

  /** The record to write; empty: there is nothing to write. */
  Optional<LedgerRecord> recordToWrite(Decision decision) {
    return decision
        .nextRecord()
        .map(next -> decision.hasNewVersion() ? next.withTrace(trace) : next)
        .map(SizeLimiter::truncate)
        .map(next -> next.withWriteId(writeId));
  }

  /** A random UUID (version 4), drawn from the port. */
  private static UUID nextId(RandomGenerator random) {
    long high = (random.nextLong() & 0xffff_ffff_ffff_0fffL) | 0x4000L;
    long low = (random.nextLong() & 0x3fff_ffff_ffff_ffffL) | 0x8000_0000_0000_0000L;
    return new UUID(high, low);
  }
}
