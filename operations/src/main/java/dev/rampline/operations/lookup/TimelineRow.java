package dev.rampline.operations.lookup;

import dev.rampline.event.Channel;
import dev.rampline.event.State;
import dev.rampline.event.TrustLevel;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What a record keeps about one event. A record keeps trust, decision and terms of the event of its
 * current version; of earlier events it keeps less, and what it does not keep is null.
 *
 * @param receivedAt when Rampline received it
 * @param occurredAt when it happened; null also if the payload does not say
 * @param state the state after it; of a pending unverified event, the state that it reports
 * @param channel the channel
 * @param trust the trust level
 * @param decision what it changed
 * @param version the version that it created, which made one message
 * @param reported the status or else the event name, as written
 * @param confirmed whether the provider's API confirmed the state with it
 */
public record TimelineRow(
    Instant receivedAt,
    @Nullable Instant occurredAt,
    State state,
    Channel channel,
    @Nullable TrustLevel trust,
    @Nullable String decision,
    @Nullable Long version,
    @Nullable String reported,
    boolean confirmed) {
  public TimelineRow {
    Objects.requireNonNull(receivedAt, "receivedAt");
    Objects.requireNonNull(state, "state");
    Objects.requireNonNull(channel, "channel");
  }

  /** Returns the same event as a confirmation of its state. */
  TimelineRow asConfirmation() {
    return new TimelineRow(
        receivedAt, occurredAt, state, channel, trust, decision, version, reported, true);
  }
}
