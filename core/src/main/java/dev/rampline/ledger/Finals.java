package dev.rampline.ledger;

import dev.rampline.observation.State;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The ends of an order that were told.
 *
 * @param told in the order in which they were recorded, each state once
 * @param refunded whether a refund was told; it is no side of a conflict
 * @param conflict what stands between them, if they contradict each other
 */
public record Finals(List<FinalState> told, boolean refunded, @Nullable Conflict conflict) {
  /** No end was told. */
  public static final Finals NONE = new Finals(List.of(), false, null);

  public Finals {
    told = List.copyOf(told);
  }

  /** The finals that stand against each other, in the order in which they were recorded. */
  public List<State> sides() {
    return told.stream().map(end -> meaning(end.state())).distinct().toList();
  }

  /**
   * What a final that was told means. Failed or cancelled, where only the API told it, means
   * expired once a signed word told expired: the API cannot say expired (design §4.3).
   */
  public State meaning(State state) {
    boolean guessed = state == State.FAILED || state == State.CANCELLED;
    return guessed && fetchedOnly(state) && told.contains(new FinalState(State.EXPIRED, true))
        ? State.EXPIRED
        : state;
  }

  /** Whether that final was told. */
  public boolean told(State state) {
    return told.stream().anyMatch(end -> end.state() == state);
  }

  /** The state in which the order ended: refunded, else the final that stands. */
  public Optional<State> state() {
    return refunded ? Optional.of(State.REFUNDED) : standing();
  }

  /** The final that stands, refunded or not: the settled, or the first side, or the only one. */
  public Optional<State> standing() {
    if (conflict == null) {
      return sides().stream().findFirst();
    }
    return Optional.ofNullable(conflict.settled()).or(() -> conflict.finals().stream().findFirst());
  }

  /** Whether they contradict each other, and nothing has settled that. */
  public boolean isContradictory() {
    return conflict != null && conflict.isOpen();
  }

  private boolean fetchedOnly(State state) {
    return told.contains(new FinalState(state, false));
  }
}
