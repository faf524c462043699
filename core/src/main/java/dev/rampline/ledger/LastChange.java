package dev.rampline.ledger;

import dev.rampline.event.Channel;
import dev.rampline.event.State;
import dev.rampline.event.TraceContext;
import dev.rampline.event.TrustLevel;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The word that made the record's present version, for the message to tell of.
 *
 * @param decision that made it: {@code advanced}, {@code enriched}, {@code conflict}, {@code
 *     unrecognised} or {@code claimed}
 * @param previousState the state before that version; null for the first
 * @param eventName as written
 * @param rawStatus as written
 * @param channel the way it came
 * @param trust how surely the provider said it
 * @param occurredAt when it happened, where the payload said so
 * @param receivedAt when it came
 * @param backfill whether a first pass over the provider's past found it
 * @param trace that it belongs to; null only in records of older code
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
    Objects.requireNonNull(trust, "authenticity");
    Objects.requireNonNull(receivedAt, "receivedAt");
  }

  /** The same word; it begins that trace if it brought none. */
  LastChange withTrace(TraceContext begun) {
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
            begun);
  }
}
