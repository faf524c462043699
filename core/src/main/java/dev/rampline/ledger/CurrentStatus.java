package dev.rampline.ledger;

import dev.rampline.event.State;
import java.time.Instant;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The status of a subject that has no terminal state.
 *
 * @param state of an order: the reported state of the highest rank that is not terminal; of KYC:
 *     the current state
 * @param precedence precedence of that state; null before any state was reported
 * @param latestOccurredAt of KYC: the latest event time so far; an event with a time must be later
 *     than it, or have precedence over the current state at the same time. Null for orders
 * @param confirmed of KYC: whether the state follows from an event time or an API response; always
 *     true for orders
 * @param reportedStates of KYC: every state reported so far; empty for orders
 */
public record CurrentStatus(
    State state,
    @Nullable FieldPrecedence precedence,
    @Nullable Instant latestOccurredAt,
    boolean confirmed,
    Set<State> reportedStates) {
  /** No state was reported. */
  public static final CurrentStatus NONE =
      new CurrentStatus(State.UNKNOWN, null, null, true, Set.of());

  public CurrentStatus {
    Objects.requireNonNull(state, "state");
    reportedStates = Set.copyOf(reportedStates);
  }

  /** Returns when the current state occurred; null if unknown. */
  public @Nullable Instant occurredAt() {
    return precedence == null ? null : precedence.occurredAt();
  }
}
