package dev.rampline.ledger;

import dev.rampline.event.Channel;
import dev.rampline.event.State;
import dev.rampline.event.TraceContext;
import dev.rampline.event.TrustLevel;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The event behind the record's current version, as the message shows it.
 *
 * @param decision the decision that created the version: {@code state-changed}, {@code
 *     fields-updated}, {@code conflict}, {@code unrecognized} or {@code unverified}
 * @param previousState the state before that version; null for the first
 * @param eventName as written
 * @param rawStatus as written
 * @param channel the channel
 * @param trust the trust level
 * @param occurredAt when it happened; null if the payload does not say
 * @param receivedAt time of receipt
 * @param backfill whether the first scan of the provider's past orders found it
 * @param trace trace of the event; null only in records of older code
 */
public record LastChange(
    String decision,
    @Nullable State previousState,
    @Nullable String eventName,
    @Nullable String rawStatus,
    Channel channel,
    TrustLevel trust,
    @Nullable Instant occurredAt,
    Instant receivedAt,
    boolean backfill,
    @Nullable TraceContext trace) {
  public LastChange {
    Objects.requireNonNull(decision, "decision");
    Objects.requireNonNull(channel, "channel");
    Objects.requireNonNull(trust, "trust");
    Objects.requireNonNull(receivedAt, "receivedAt");
  }

  /** Returns the same change, with this trace if it has none. */
  LastChange withTrace(TraceContext newTrace) {
    return trace != null
        ? this
        : new LastChange(
            decision,
            previousState,
            eventName,
            rawStatus,
            channel,
            trust,
            occurredAt,
            receivedAt,
            backfill,
            newTrace);
  }
}
