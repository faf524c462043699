package dev.rampline.consumer;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A store of the last state that a consumer handled for each subject. Each consumer needs its own.
 * Implementations are thread-safe. They may throw any exception if the store is down: the message
 * is delivered again.
 */
public interface HandledStates {
  /** Returns the stored state with a consistent read; empty if there is none. */
  Optional<HandledState> find(String subject) throws Exception;

  /**
   * Replaces the stored state atomically if it is still the one found.
   *
   * @param found the state that {@link #find} returned, or null for none
   * @return false if another state is stored by now, which is then unchanged
   */
  boolean replace(String subject, @Nullable HandledState found, HandledState next) throws Exception;
}
