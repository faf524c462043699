package dev.rampline.verification;

import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A key as text. {@code toString} hides it.
 *
 * @param text the key
 * @param notAfter the last time at which it may be used; null if unlimited
 */
public record Secret(String text, @Nullable Instant notAfter) {
  public Secret {
    Objects.requireNonNull(text, "text");
    if (text.isEmpty()) {
      // Padded to an AES key, an empty secret would be a well-known key.
      throw new IllegalArgumentException("A key must not be empty");
    }
  }

  /** Returns whether the key may be used at that time. */
  public boolean isUsableAt(Instant now) {
    return notAfter == null || !now.isAfter(notAfter);
  }

  @Override
  public String toString() {
    return "Secret[hidden]";
  }
}
