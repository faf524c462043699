package dev.rampline.consumer;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Fails at the first thing that it is to remember, as a store does that is down for a moment. */
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
