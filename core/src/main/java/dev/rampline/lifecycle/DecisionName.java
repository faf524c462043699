package dev.rampline.lifecycle;

import java.util.List;
import java.util.stream.Stream;

/**
 * The names of decisions in records, messages, log entries and metric dimensions. The state
 * transition rules make the first nine ({@link Decision}); the others are the result of a delivery
 * that did not reach the rules.
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

  /** A known event without a subject, such as a ping. */
  IGNORED("ignored"),
  /** The payload is authentic, but cannot be placed; it is in quarantine. */
  QUARANTINED("quarantined"),
  /** The ledger did not accept the event; it is in the retry queue. */
  QUEUED_FOR_RETRY("queued-for-retry"),
  /** The ledger still does not accept an event of the retry queue. */
  DEFERRED("deferred"),
  /** The event can never be processed and is in a dead-letter queue. */
  DEAD_LETTERED("dead-lettered"),
  /**
   * The ledger and the retry queue, or the keys, are unavailable: the provider must send the event
   * again.
   */
  UNAVAILABLE("unavailable"),
  /** A bug in Rampline. */
  FAILED("failed"),
  /** The body is not a valid signed webhook. */
  REJECTED("rejected");

  private final String text;

  DecisionName(String text) {
    this.text = text;
  }

  /** Returns the name as written. */
  public String text() {
    return text;
  }

  /** Returns all names, in the order of the constants. */
  public static List<String> texts() {
    return Stream.of(values()).map(DecisionName::text).toList();
  }
}
