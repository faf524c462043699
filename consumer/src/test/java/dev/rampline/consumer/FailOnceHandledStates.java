package dev.rampline.consumer;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A store that fails at the first write. */
final class FailOnceHandledStates implements HandledStates {
  private final HandledStates states;
  private boolean isDown = true;

  FailOnceHandledStates(HandledStates states) {
    this.states = states;
  }

  @Override
  public Optional<HandledState> find(String subject) {
    return states.find(subject);
  }

  @Override
  public boolean replace(String subject, @Nullable HandledState found, HandledState next) {
    if (isDown) {
      isDown = false;
      throw new IllegalStateException("down");
    }
    return states.replace(subject, found, next);
  }
}
