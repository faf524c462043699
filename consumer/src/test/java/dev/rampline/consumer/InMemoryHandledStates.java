package dev.rampline.consumer;

import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A store in memory. */
final class InMemoryHandledStates implements HandledStates {
  private final Map<String, HandledState> states = new HashMap<>();

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
}
