package dev.rampline.ingest;

import java.util.Objects;

/**
 * A message that can never be processed in its present form.
 *
 * @param body everything that a retry needs
 * @param reason an error code or the name of a fault; no content of the event
 */
public record DeadLetter(String body, String reason) {
  public DeadLetter {
    Objects.requireNonNull(body, "body");
    Objects.requireNonNull(reason, "reason");
  }
}
