package dev.rampline.observation;

import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * An authenticated word on one subject: the one value that every channel makes and that {@code
 * Ingest} takes. Its identity is its meaning, never the text of a token.
 *
 * @param subject whom it is about
 * @param word what it says of the state
 * @param details the facts that it tells
 * @param occurredAt when it happened, from the payload alone; null where the payload does not say,
 *     or says more than 10 minutes in the future
 * @param reception how and when it reached us
 */
public record Observation(
    Subject subject,
    Word word,
    Details details,
    @Nullable Instant occurredAt,
    Reception reception) {

  public Observation {
    Objects.requireNonNull(subject, "subject");
    Objects.requireNonNull(word, "word");
    Objects.requireNonNull(details, "details");
    Objects.requireNonNull(reception, "reception");
  }
}
