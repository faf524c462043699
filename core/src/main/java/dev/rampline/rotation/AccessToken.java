package dev.rampline.rotation;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Objects;

/**
 * An access token of the provider. {@code toString} hides it.
 *
 * @param text the token
 * @param obtainedAt when it was requested
 * @param expiresAt when the provider stops accepting it; webhooks that it signed remain valid
 */
record AccessToken(String text, Instant obtainedAt, Instant expiresAt) {
  AccessToken {
    Objects.requireNonNull(text, "text");
    obtainedAt = obtainedAt.truncatedTo(ChronoUnit.MILLIS);
    expiresAt = expiresAt.truncatedTo(ChronoUnit.MILLIS);
  }

  @Override
  public String toString() {
    return "AccessToken[hidden, expires " + expiresAt + "]";
  }
}
