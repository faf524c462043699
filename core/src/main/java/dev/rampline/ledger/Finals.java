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
   * expired once expired was told: the API cannot say expired (design §4.3).
   */
  public State meaning(State state) {
    return told(State.EXPIRED) && told.contains(new FinalState(state, false))
        ? State.EXPIRED
        : state;
  }

  /** Whether that final was told. */
  public boolean told(State state) {
    return told.stream().anyMatch(end -> end.state() == state);
  }

  /** The state in which the order ended: refunded, the settled final, or the one recorded first. */
  public Optional<State> state() {
    if (refunded) {
      return Optional.of(State.REFUNDED);
    }
    if (conflict != null && conflict.settled() != null) {
      return Optional.of(conflict.settled());
    }
    return sides().stream().findFirst();
  }
}
