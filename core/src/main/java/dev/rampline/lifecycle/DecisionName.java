package dev.rampline.lifecycle;

import java.util.List;
import java.util.stream.Stream;

/**
 * The names of decisions outside this process: in records, messages, log entries and metric
 * dimensions. The first nine are what the state transition rules decide ({@link Decision}); the
 * others are what becomes of a delivery that never reached them.
 */
public enum DecisionName {
  STATE_CHANGED("state-changed"),
  FIELDS_UPDATED("fields-updated"),
  UNVERIFIED("unverified"),
  CONFLICT("conflict"),
  UNRECOGNIZED("unrecognized"),
  METADATA_ONLY("metadata-only"),
  DUPLICATE("duplicate"),
  STALE("stale"),
  ERASED("erased"),

  /** Verified, but about no order and no customer. */
  NO_SUBJECT("no-subject"),
  /** The ledger did not take the event; it waits in the retry queue. */
  QUEUED_FOR_RETRY("queued-for-retry"),
  /** The ledger still does not take an event of the retry queue. */
  DEFERRED("deferred"),
  /** Moved to a dead-letter queue: it can never be taken. */
  DEAD_LETTERED("dead-lettered"),
  /** Neither ledger nor retry queue, or no keys: the provider has to send it again. */
  UNAVAILABLE("unavailable"),
  /** A bug in Rampline. */
  FAILED("failed"),
  /** Not a valid signed webhook. */
  REJECTED("rejected");

  private final String text;

  DecisionName(String text) {
    this.text = text;
  }

  /** The name as it is written. */
  public String text() {
    return text;
  }

  /** All names, in the order of the constants. */
  public static List<String> texts() {
    return Stream.of(values()).map(DecisionName::text).toList();
  }
}
