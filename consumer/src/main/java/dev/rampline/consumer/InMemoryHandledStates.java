package dev.rampline.consumer;

import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Stores handled states in memory, for tests and first steps: they end with the process, and a
 * message that arrives again is then handled again. Thread-safe.
 */
public final class InMemoryHandledStates implements HandledStates {
  private final Map<String, HandledState> states = new HashMap<>();

  /** Creates an empty store. */
  public InMemoryHandledStates() {}

  @Override
  public synchronized Optional<HandledState> find(String subject) {
    return Optional.ofNullable(states.get(subject));
  }

  @Override
  public synchronized boolean replace(
      String subject, @Nullable HandledState found, HandledState next) {
    if (!Objects.equals(states.get(subject), found)) {
      return false;
    }
    states.put(subject, next);
    return true;
  }

  /** Returns all states by subject. */
  public synchronized Map<String, HandledState> all() {
    return Map.copyOf(states);
  }
}
