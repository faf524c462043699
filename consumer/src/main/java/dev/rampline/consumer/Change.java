package dev.rampline.consumer;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A subject stands elsewhere than when it was handled last: in another state, or in another
 * conflict.
 *
 * @param previous the state that was handled last; null if none was
 * @param message what stands now
 */
public record Change(@Nullable String previous, StateMessage message) {
  public Change {
    Objects.requireNonNull(message, "message");
  }

  /** Whose change it is. */
  public String subject() {
    return message.subject();
  }

  /** Where it stands now; never {@code unknown}. */
  public String state() {
    return message.state();
  }

  /** What contradicts that state, or has; null if nothing does. */
  public @Nullable Conflict conflict() {
    return message.conflict();
  }

  /**
   * Grows with every change of a subject. Whoever keeps it beside the effect, and refuses a smaller
   * one, is safe even from a consumer that was given up for dead and wakes again.
   */
  public long sequence() {
    return message.sequence();
  }
}
