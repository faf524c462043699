package dev.rampline.ingest;

import java.util.Objects;

/**
 * What can never be taken as it is.
 *
 * @param body all that it takes to try again
 * @param reason an error code, or the name of a fault; nothing of what was said
 */
public record DeadLetter(String body, String reason) {
  public DeadLetter {
    Objects.requireNonNull(body, "body");
    Objects.requireNonNull(reason, "reason");
  }
}
