package dev.rampline.ledger;

import dev.rampline.event.Channel;
import dev.rampline.event.State;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A recorded state change.
 *
 * @param state the new state
 * @param version the version that it created
 * @param channel the channel that reported it first
 * @param occurredAt when it happened; null if the payload does not say
 * @param receivedAt time of receipt
 */
public record Transition(
    State state, long version, Channel channel, @Nullable Instant occurredAt, Instant receivedAt) {
  public Transition {
    Objects.requireNonNull(state, "state");
    Objects.requireNonNull(channel, "channel");
    Objects.requireNonNull(receivedAt, "receivedAt");
  }
}
