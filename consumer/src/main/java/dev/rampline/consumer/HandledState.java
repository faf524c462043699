package dev.rampline.consumer;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * How far a subject has been followed.
 *
 * @param sequence of the newest message that told a state, whether the handler was called for it or
 *     not
 * @param state that it told
 * @param conflict that it told
 */
public record HandledState(long sequence, String state, @Nullable Conflict conflict) {
  public HandledState {
    Objects.requireNonNull(state, "state");
  }

  static HandledState of(StateMessage message) {
    return new HandledState(message.sequence(), message.state(), message.conflict());
  }

  boolean isAtOrAfter(StateMessage message) {
    return message.sequence() <= sequence;
  }

  /** Whether the handler has nothing to learn from the message. */
  boolean hasSameState(StateMessage message) {
    return state.equals(message.state()) && Objects.equals(conflict, message.conflict());
  }
}
