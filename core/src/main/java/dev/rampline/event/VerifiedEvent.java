package dev.rampline.event;

import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A signed or fetched event about one subject. Every channel creates it and {@code Ingest}
 * processes it. Two events are equal if their meaning is equal, regardless of the token's text.
 *
 * @param subject the subject
 * @param status the reported state
 * @param fields the field values
 * @param occurredAt when it happened, according to the payload; null if the payload contains no
 *     time or a time more than 10 minutes in the future
 * @param metadata how and when it was received
 */
public record VerifiedEvent(
    Subject subject,
    StatusReport status,
    EventFields fields,
    @Nullable Instant occurredAt,
    EventMetadata metadata) {

  public VerifiedEvent {
    Objects.requireNonNull(subject, "subject");
    Objects.requireNonNull(status, "status");
    Objects.requireNonNull(fields, "fields");
    Objects.requireNonNull(metadata, "metadata");
  }
}
