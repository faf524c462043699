package dev.rampline.consumer;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Fails at the first thing that it is to remember, as a store does that is down for a moment. */
final class ForgetfulOnce implements HandledStates {
  private final HandledStates states;
  private boolean isDown = true;

  ForgetfulOnce(HandledStates states) {
    this.states = states;
  }

  @Override
  public Optional<Handled> find(String subject) {
    return states.find(subject);
  }

  @Override
  public boolean replace(String subject, @Nullable Handled found, Handled next) {
    if (isDown) {
      isDown = false;
      throw new IllegalStateException("down");
    }
    return states.replace(subject, found, next);
  }
}
