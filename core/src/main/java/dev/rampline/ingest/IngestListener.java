package dev.rampline.ingest;

import dev.rampline.ledger.LedgerRecord;

/**
 * Learns of each event that made a new version, once its message is sent or left to the relay.
 * Implementations are thread-safe, return at once, and never throw.
 */
@FunctionalInterface
public interface IngestListener {
  /** Ignores all events. */
  IngestListener NONE = (record, result) -> {};

  /**
   * Takes note of an event.
   *
   * @param record the record after the event; for a customer, the first of those that changed
   * @param result what the event changed, with the trace that the message contains
   */
  void onNewVersion(LedgerRecord record, IngestResult result);
}
