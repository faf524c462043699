package dev.rampline.ledger;

import dev.rampline.event.Channel;
import dev.rampline.event.State;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A change of state that was recorded.
 *
 * @param state the new state
 * @param version that it made
 * @param channel that told it first
 * @param occurredAt when it happened, where the payload said so
 * @param receivedAt when it was told
 */
public record Transition(
    State state, long version, Channel channel, @Nullable Instant occurredAt, Instant receivedAt) {
  public Transition {
    Objects.requireNonNull(state, "state");
    Objects.requireNonNull(channel, "channel");
    Objects.requireNonNull(receivedAt, "receivedAt");
  }
}
