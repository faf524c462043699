package dev.rampline.event;

import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The state and the terms that one event reports.
 *
 * @param state the canonical state; {@link State#UNKNOWN} if the event reports none that is
 *     documented
 * @param stateAlongsideRefund the terminal state reported in the same event as a refund; else null
 * @param unrecognizedTerm the undocumented status, else the undocumented event name; else null
 * @param eventName as written, at most {@value EventFields#MAX_TEXT} characters
 * @param rawStatus the status as written, at most {@value EventFields#MAX_TEXT} characters
 */
public record StatusReport(
    State state,
    @Nullable State stateAlongsideRefund,
    @Nullable String unrecognizedTerm,
    @Nullable String eventName,
    @Nullable String rawStatus) {
  /** The response of an API that does not know the subject. */
  public static final StatusReport NOT_FOUND =
      new StatusReport(State.UNKNOWN, null, null, null, null);

  private static final String CREATION = "ORDER_CREATED";

  /**
   * @throws IllegalArgumentException if {@code stateAlongsideRefund} is set for another state than
   *     refunded, or is not a terminal state
   */
  public StatusReport {
    Objects.requireNonNull(state, "state");
    if (stateAlongsideRefund != null
        && !(state == State.REFUNDED && stateAlongsideRefund.isTerminal())) {
      throw new IllegalArgumentException(
          "stateAlongsideRefund must be a terminal state next to REFUNDED");
    }
  }

  /**
   * Returns whether the event is the first of an order, if it is named as documented. Only the
   * number of calls may depend on it.
   */
  public boolean isCreation() {
    return CREATION.equals(eventName);
  }

  /** Returns the terminal state that this event reports, alone or alongside a refund. */
  public Optional<State> terminalState() {
    return state.isTerminal() ? Optional.of(state) : Optional.ofNullable(stateAlongsideRefund);
  }
}
