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
 * @param confirmed whether the state in that message was confirmed
 */
public record HandledState(
    long sequence, String state, @Nullable Conflict conflict, boolean confirmed) {
  public HandledState {
    Objects.requireNonNull(state, "state");
  }

  static HandledState of(StateMessage message) {
    return new HandledState(
        message.sequence(), message.state(), message.conflict(), message.confirmed());
  }

  boolean isAtOrAfter(StateMessage message) {
    return message.sequence() <= sequence;
  }

  /** Returns whether the message has the same state, conflict and confirmation: it is no change. */
  boolean hasSameState(StateMessage message) {
    return state.equals(message.state())
        && Objects.equals(conflict, message.conflict())
        && confirmed == message.confirmed();
  }
}
