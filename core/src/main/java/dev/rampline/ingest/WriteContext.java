package dev.rampline.ingest;

import dev.rampline.event.TraceContext;
import dev.rampline.ledger.LedgerRecord;
import dev.rampline.lifecycle.Decision;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * The write id and trace of one event, the same for every attempt to write its record.
 *
 * @param writeId identifies the write, so that a retry recognizes its own earlier attempt
 * @param trace trace of the event
 */
record WriteContext(UUID writeId, TraceContext trace) {

  /**
   * Creates the context of a new event.
   *
   * @param received the event's own trace; null starts a new one
   */
  static WriteContext create(RandomGenerator random, @Nullable TraceContext received) {
    return new WriteContext(
        nextId(random), received == null ? TraceContext.create(random) : received);
  }

  /** Returns the records to write now, in the order of the decisions. */
  List<LedgerRecord> recordsToWrite(List<Decision> decisions, Instant now) {
    return decisions.stream().flatMap(decision -> recordToWrite(decision, now).stream()).toList();
  }

  /** Returns the record to write now; empty if there is nothing to write. */
  Optional<LedgerRecord> recordToWrite(Decision decision, Instant now) {
    return decision
        .nextRecord()
        .map(next -> decision.hasNewVersion() ? next.withTrace(trace) : next)
        .map(next -> next.withWrite(writeId, now));
  }

  /** Creates a random UUID (version 4) from the injected generator. */
  private static UUID nextId(RandomGenerator random) {
    long high = (random.nextLong() & 0xffff_ffff_ffff_0fffL) | 0x4000L;
    long low = (random.nextLong() & 0x3fff_ffff_ffff_ffffL) | 0x8000_0000_0000_0000L;
    return new UUID(high, low);
  }
}
