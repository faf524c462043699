package dev.rampline.ledger;

import dev.rampline.observation.State;
import java.time.Instant;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What decides a state that no final one has ended.
 *
 * @param state of an order: the greatest that is not final; of KYC: the present one
 * @param told the weight with which it was told; null before any state was
 * @param floor of KYC: the latest time that any word which stood here bore; a timed word must be
 *     later than it, or be the greater of two at that time; null for orders
 * @param confirmed of KYC: whether time or the API's answer vouches for it; always true of orders
 * @param everTold of KYC: every state that was told; empty for orders
 */
public record Standing(
    State state,
    @Nullable Told told,
    @Nullable Instant floor,
    boolean confirmed,
    Set<State> everTold) {
  /** Nothing was told. */
  public static final Standing NONE = new Standing(State.UNKNOWN, null, null, true, Set.of());

  public Standing {
    Objects.requireNonNull(state, "state");
    everTold = Set.copyOf(everTold);
  }

  /** When the state that stands occurred, where that was told. */
  public @Nullable Instant occurredAt() {
    return told == null ? null : told.occurredAt();
  }
}
