package dev.rampline.consumer;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The last state of a subject that a consumer has seen.
 *
 * @param sequence the sequence of the newest message with a known state, whether or not the handler
 *     was called for it
 * @param state the state in that message
 * @param conflict the conflict in that message, or null
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

  /** Returns whether the message has the same state and conflict, so that it is no change. */
  boolean hasSameState(StateMessage message) {
    return state.equals(message.state()) && Objects.equals(conflict, message.conflict());
  }
}
