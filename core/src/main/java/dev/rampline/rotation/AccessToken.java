package dev.rampline.rotation;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Objects;

/**
 * A token that the provider gave. It does not print.
 *
 * @param text the token itself
 * @param obtainedAt when it was asked for
 * @param expiresAt when it can no longer be used to call the provider; what it signed stays good
 */
record AccessToken(String text, Instant obtainedAt, Instant expiresAt) {
  AccessToken {
    Objects.requireNonNull(text, "text");
    obtainedAt = obtainedAt.truncatedTo(ChronoUnit.MILLIS);
    expiresAt = expiresAt.truncatedTo(ChronoUnit.MILLIS);
  }

  @Override
  public String toString() {
    return "AccessToken[hidden, until " + expiresAt + "]";
  }
}
