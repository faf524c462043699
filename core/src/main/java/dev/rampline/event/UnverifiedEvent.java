package dev.rampline.event;

import java.time.Instant;
import java.util.Objects;

/**
 * A word that may not be believed yet: what the unsigned socket says. It carries no free text.
 *
 * @param subject whom it is about
 * @param state what it says
 * @param channel the way it came
 * @param receivedAt when it came
 */
public record UnverifiedEvent(Subject subject, State state, Channel channel, Instant receivedAt) {
  public UnverifiedEvent {
    Objects.requireNonNull(subject, "subject");
    Objects.requireNonNull(state, "state");
    Objects.requireNonNull(channel, "channel");
    Objects.requireNonNull(receivedAt, "receivedAt");
  }
}
