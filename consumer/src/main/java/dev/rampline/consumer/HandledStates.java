package dev.rampline.consumer;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a consumer remembers of every subject. Each consumer has a memory of its own.
 * Implementations are thread-safe, and throw whatever they like for a store that is down: the
 * message comes again.
 */
public interface HandledStates {
  /** What was remembered last, never an older copy of it; empty: nothing yet. */
  Optional<HandledState> find(String subject);

  /**
   * Remembers the next in place of what was found, in one step.
   *
   * @param found null: nothing was
   * @return false if something else is remembered by now; then nothing has changed
   */
  boolean replace(String subject, @Nullable HandledState found, HandledState next);
}
