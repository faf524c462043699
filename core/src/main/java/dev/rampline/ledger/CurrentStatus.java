package dev.rampline.ledger;

import dev.rampline.event.State;
import java.time.Instant;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What decides a state that no final one has ended.
 *
 * @param state of an order: the greatest that is not final; of KYC: the present one
 * @param precedence the weight with which it was told; null before any state was
 * @param latestOccurredAt of KYC: the latest time that any word which stood here bore; a timed word
 *     must be later than it, or be the greater of two at that time; null for orders
 * @param confirmed of KYC: whether time or the API's answer vouches for it; always true of orders
 * @param reportedStates of KYC: every state that was told; empty for orders
 */
public record CurrentStatus(
    State state,
    @Nullable FieldPrecedence precedence,
    @Nullable Instant latestOccurredAt,
    boolean confirmed,
    Set<State> reportedStates) {
  /** Nothing was told. */
  public static final CurrentStatus NONE =
      new CurrentStatus(State.UNKNOWN, null, null, true, Set.of());

  public CurrentStatus {
    Objects.requireNonNull(state, "state");
    reportedStates = Set.copyOf(reportedStates);
  }

  /** When the state that stands occurred, where that was told. */
  public @Nullable Instant occurredAt() {
    return precedence == null ? null : precedence.occurredAt();
  }
}
