package dev.rampline.ledger;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What still wants an answer.
 *
 * @param unverifiedEvents that nobody has answered, the oldest first, at most {@value
 *     #MAX_UNVERIFIED_EVENTS}
 * @param unrecognized what was told that nobody has documented
 * @param nextCheckAt when the provider's API is to be asked; null: nothing is wanted
 */
public record PendingChecks(
    List<PendingUnverifiedEvent> unverifiedEvents,
    UnrecognizedTerms unrecognized,
    @Nullable Instant nextCheckAt) {
  /** How many claims stand at once. */
  public static final int MAX_UNVERIFIED_EVENTS = 8;

  /** Nothing is wanted. */
  public static final PendingChecks NONE =
      new PendingChecks(List.of(), UnrecognizedTerms.NONE, null);

  public PendingChecks {
    unverifiedEvents = List.copyOf(unverifiedEvents);
    Objects.requireNonNull(unrecognized, "unrecognized");
  }
}
