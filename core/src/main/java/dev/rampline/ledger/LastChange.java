package dev.rampline.ledger;

import dev.rampline.event.EventMetadata;
import dev.rampline.event.State;
import dev.rampline.event.TraceContext;
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
 * @param occurredAt when it happened; null if the payload does not say
 * @param metadata how it was received, without the version of a request; the trace is null only in
 *     records of older code
 */
public record LastChange(
    String decision,
    @Nullable State previousState,
    @Nullable String eventName,
    @Nullable String rawStatus,
    @Nullable Instant occurredAt,
    EventMetadata metadata) {
  public LastChange {
    Objects.requireNonNull(decision, "decision");
    Objects.requireNonNull(metadata, "metadata");
  }

  /** Returns the trace of the event. */
  public @Nullable TraceContext trace() {
    return metadata.trace();
  }

  /** Returns the same change, with this trace if it has none. */
  LastChange withTrace(TraceContext newTrace) {
    return trace() != null
        ? this
        : new LastChange(
            decision,
            previousState,
            eventName,
            rawStatus,
            occurredAt,
            metadata.withTrace(newTrace));
  }
}
