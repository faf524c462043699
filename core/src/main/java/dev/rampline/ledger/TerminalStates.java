package dev.rampline.ledger;

import dev.rampline.event.State;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The ends of an order that were told.
 *
 * @param reported in the order in which they were recorded, each state once
 * @param refunded whether a refund was told; it is no side of a conflict
 * @param conflict what stands between them, if they contradict each other
 */
public record TerminalStates(
    List<TerminalState> reported, boolean refunded, @Nullable TerminalStateConflict conflict) {
  /** No end was told. */
  public static final TerminalStates NONE = new TerminalStates(List.of(), false, null);

  public TerminalStates {
    reported = List.copyOf(reported);
  }

  /** The finals that stand against each other, in the order in which they were recorded. */
  public List<State> conflictingStates() {
    return reported.stream().map(end -> effectiveState(end.state())).distinct().toList();
  }

  /**
   * What a final that was told means. Failed or cancelled, where only the API told it, means
   * expired once a signed word told expired: the API cannot say expired (design §4.3).
   */
  public State effectiveState(State state) {
    boolean guessed = state == State.FAILED || state == State.CANCELLED;
    return guessed
            && isFetchedOnly(state)
            && reported.contains(new TerminalState(State.EXPIRED, true))
        ? State.EXPIRED
        : state;
  }

  /** Whether that final was told. */
  public boolean reported(State state) {
    return reported.stream().anyMatch(end -> end.state() == state);
  }

  /** The state in which the order ended: refunded, else the final that stands. */
  public Optional<State> state() {
    return refunded ? Optional.of(State.REFUNDED) : prevailingState();
  }

  /** The final that stands, refunded or not: the settled, or the first side, or the only one. */
  public Optional<State> prevailingState() {
    if (conflict == null) {
      return conflictingStates().stream().findFirst();
    }
    return Optional.ofNullable(conflict.resolvedState())
        .or(() -> conflict.terminalStates().stream().findFirst());
  }

  /** Whether they contradict each other, and nothing has settled that. */
  public boolean hasOpenConflict() {
    return conflict != null && conflict.isOpen();
  }

  private boolean isFetchedOnly(State state) {
    return reported.contains(new TerminalState(state, false));
  }
}
