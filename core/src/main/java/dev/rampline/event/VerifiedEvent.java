package dev.rampline.event;

import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * An authenticated word on one subject: the one value that every channel makes and that {@code
 * Ingest} takes. Its identity is its meaning, never the text of a token.
 *
 * @param subject whom it is about
 * @param status what it says of the state
 * @param fields the facts that it tells
 * @param occurredAt when it happened, from the payload alone; null where the payload does not say,
 *     or says more than 10 minutes in the future
 * @param metadata how and when it reached us
 */
public record VerifiedEvent(
    Subject subject,
    StatusReport status,
    EventFields fields,
    @Nullable Instant occurredAt,
    EventMetadata metadata) {

  public VerifiedEvent {
    Objects.requireNonNull(subject, "subject");
    Objects.requireNonNull(status, "word");
    Objects.requireNonNull(fields, "details");
    Objects.requireNonNull(metadata, "reception");
  }
}
