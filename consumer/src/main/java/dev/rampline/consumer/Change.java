package dev.rampline.consumer;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A change of a subject's state, conflict or confirmation since the handler was last called for it.
 *
 * @param previous the state that was handled last, or null if there was none
 * @param message the message with the current state
 */
public record Change(@Nullable String previous, StateMessage message) {
  public Change {
    Objects.requireNonNull(message, "message");
  }

  /** The subject that changed. */
  public String subject() {
    return message.subject();
  }

  /** The current state; never {@code unknown}. */
  public String state() {
    return message.state();
  }

  /** The conflict of terminal states, open or resolved; null if there is none. */
  public @Nullable Conflict conflict() {
    return message.conflict();
  }

  /**
   * Whether the provider's API confirmed the state. A message about the confirmation is a change of
   * its own.
   */
  public boolean isConfirmed() {
    return message.confirmed();
  }

  /**
   * The sequence number, which grows with every change of a subject. Store it with the effect and
   * reject smaller ones to be safe from a consumer that stalled and resumes after another took
   * over.
   */
  public long sequence() {
    return message.sequence();
  }
}
