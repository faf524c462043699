package dev.rampline.event;

import java.time.Instant;
import java.util.Objects;

/**
 * An event from the unsigned socket. It contains no free text.
 *
 * @param subject the subject
 * @param state the reported state
 * @param channel the channel
 * @param receivedAt time of receipt
 */
public record UnverifiedEvent(Subject subject, State state, Channel channel, Instant receivedAt) {
  public UnverifiedEvent {
    Objects.requireNonNull(subject, "subject");
    Objects.requireNonNull(state, "state");
    Objects.requireNonNull(channel, "channel");
    Objects.requireNonNull(receivedAt, "receivedAt");
  }
}
