package dev.rampline.ledger;

import dev.rampline.event.Channel;
import dev.rampline.event.State;
import java.time.Instant;
import java.util.Objects;

/**
 * A claim that nobody has answered yet.
 *
 * @param state what was claimed
 * @param channel the way it came
 * @param receivedAt when it came
 * @param version that it made: a reading asked for at or after it is the answer
 */
public record PendingUnverifiedEvent(
    State state, Channel channel, Instant receivedAt, long version) {
  public PendingUnverifiedEvent {
    Objects.requireNonNull(state, "state");
    Objects.requireNonNull(channel, "channel");
    Objects.requireNonNull(receivedAt, "receivedAt");
  }
}
