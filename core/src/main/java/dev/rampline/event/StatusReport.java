package dev.rampline.event;

import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a word says of its subject's state, in canonical terms and as it was written.
 *
 * @param state the word's state; {@link State#UNKNOWN} where it tells none that is documented
 * @param stateAlongsideRefund a final status that stood beside a refund
 * @param unrecognizedTerm the status, else the event name, that nobody has documented
 * @param eventName as written, at most {@value EventFields#MAX_TEXT} characters
 * @param rawStatus the status as written, at most {@value EventFields#MAX_TEXT} characters
 */
public record StatusReport(
    State state,
    @Nullable State stateAlongsideRefund,
    @Nullable String unrecognizedTerm,
    @Nullable String eventName,
    @Nullable String rawStatus) {

  /**
   * @throws IllegalArgumentException if a state stands beside something other than a refund, or is
   *     not final
   */
  public StatusReport {
    Objects.requireNonNull(state, "state");
    if (stateAlongsideRefund != null
        && !(state == State.REFUNDED && stateAlongsideRefund.isTerminal())) {
      throw new IllegalArgumentException("Only a final state stands beside a refund");
    }
  }

  /** The final state that this word tells, itself or beside a refund. */
  public Optional<State> terminalState() {
    return state.isTerminal() ? Optional.of(state) : Optional.ofNullable(stateAlongsideRefund);
  }
}
