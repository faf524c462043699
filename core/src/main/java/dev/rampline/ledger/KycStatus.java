package dev.rampline.ledger;

import dev.rampline.event.State;
import java.time.Instant;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The current status of a customer's KYC.
 *
 * @param state the current state
 * @param precedence precedence of that state; null before any state was reported
 * @param latestOccurredAt the latest event time so far; an event with a time must be later than it,
 *     or have precedence over the current state at the same time
 * @param confirmed whether the state follows from an event time or an API response
 * @param reportedStates every state reported so far
 * @param fetchedAt when the API last reported the current state; null if it never did
 * @param confirmedAt when the API first confirmed the current state, a verdict; null if it has not
 */
public record KycStatus(
    State state,
    @Nullable FieldPrecedence precedence,
    @Nullable Instant latestOccurredAt,
    boolean confirmed,
    Set<State> reportedStates,
    @Nullable Instant fetchedAt,
    @Nullable Instant confirmedAt)
    implements CurrentStatus {
  /** No state was reported. */
  public static final KycStatus NONE =
      new KycStatus(State.UNKNOWN, null, null, true, Set.of(), null, null);

  public KycStatus {
    Objects.requireNonNull(state, "state");
    reportedStates = Set.copyOf(reportedStates);
  }

  /** Returns the same status with another time of the confirmation. */
  public KycStatus withConfirmedAt(@Nullable Instant time) {
    return new KycStatus(
        state, precedence, latestOccurredAt, confirmed, reportedStates, fetchedAt, time);
  }
}
