package dev.rampline.ledger;

import dev.rampline.event.Channel;
import dev.rampline.event.State;
import java.time.Instant;
import java.util.Objects;

/**
 * An unverified event that no lookup or verified event has resolved yet.
 *
 * @param state the reported state
 * @param channel the channel
 * @param receivedAt time of receipt
 * @param version the version that it created: the response to a lookup at or after it resolves the
 *     event
 */
public record PendingUnverifiedEvent(
    State state, Channel channel, Instant receivedAt, long version) {
  public PendingUnverifiedEvent {
    Objects.requireNonNull(state, "state");
    Objects.requireNonNull(channel, "channel");
    Objects.requireNonNull(receivedAt, "receivedAt");
  }
}
