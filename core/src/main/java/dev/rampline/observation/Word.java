package dev.rampline.observation;

import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a word says of its subject's state, in canonical terms and as it was written.
 *
 * @param state the word's state; {@link State#UNKNOWN} where it tells none that is documented
 * @param besideRefund a final status that stood beside a refund
 * @param undocumented the status, else the event name, that nobody has documented
 * @param eventName as written, at most {@value Details#MAX_TEXT} characters
 * @param rawStatus the status as written, at most {@value Details#MAX_TEXT} characters
 */
public record Word(
    State state,
    @Nullable State besideRefund,
    @Nullable String undocumented,
    @Nullable String eventName,
    @Nullable String rawStatus) {

  /**
   * @throws IllegalArgumentException if a state stands beside something other than a refund, or is
   *     not final
   */
  public Word {
    Objects.requireNonNull(state, "state");
    if (besideRefund != null && !(state == State.REFUNDED && besideRefund.isFinal())) {
      throw new IllegalArgumentException("Only a final state stands beside a refund");
    }
  }

  /** The final state that this word tells, itself or beside a refund. */
  public Optional<State> finalTold() {
    return state.isFinal() ? Optional.of(state) : Optional.ofNullable(besideRefund);
  }
}
