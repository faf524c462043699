package dev.rampline.ledger;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What must be checked with the provider's API.
 *
 * @param unverifiedEvents unverified events without a response yet, the oldest first, at most
 *     {@value #MAX_UNVERIFIED_EVENTS}
 * @param unrecognized the undocumented terms that were reported
 * @param nextCheckAt when the next due check runs; null if none is needed
 * @param failedLookups number of due checks in a row whose lookup failed
 */
public record PendingChecks(
    List<PendingUnverifiedEvent> unverifiedEvents,
    UnrecognizedTerms unrecognized,
    @Nullable Instant nextCheckAt,
    int failedLookups) {
  /** Maximum number of pending unverified events. */
  public static final int MAX_UNVERIFIED_EVENTS = 8;

  /** Nothing to check. */
  public static final PendingChecks NONE =
      new PendingChecks(List.of(), UnrecognizedTerms.NONE, null, 0);

  public PendingChecks {
    unverifiedEvents = List.copyOf(unverifiedEvents);
    Objects.requireNonNull(unrecognized, "unrecognized");
  }

  /** Returns the same checks with another time of the next due check. */
  public PendingChecks withNextCheckAt(@Nullable Instant newTime) {
    return new PendingChecks(unverifiedEvents, unrecognized, newTime, failedLookups);
  }

  /** Returns the same checks with another number of failed lookups. */
  public PendingChecks withFailedLookups(int count) {
    return new PendingChecks(unverifiedEvents, unrecognized, nextCheckAt, count);
  }

  /** Returns the same checks with other unverified events. */
  public PendingChecks withUnverifiedEvents(List<PendingUnverifiedEvent> events) {
    return new PendingChecks(events, unrecognized, nextCheckAt, failedLookups);
  }

  /** Returns the same checks with other undocumented terms. */
  public PendingChecks withUnrecognized(UnrecognizedTerms terms) {
    return new PendingChecks(unverifiedEvents, terms, nextCheckAt, failedLookups);
  }
}
