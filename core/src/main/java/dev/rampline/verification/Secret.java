package dev.rampline.verification;

import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A key as text. It does not print.
 *
 * @param text the key itself
 * @param notAfter the last moment at which it may be used; null: no end
 */
public record Secret(String text, @Nullable Instant notAfter) {
  public Secret {
    Objects.requireNonNull(text, "text");
    if (text.isEmpty()) {
      // Padded to an AES key, no secret at all would be a key that anyone knows.
      throw new IllegalArgumentException("A key is never empty");
    }
  }

  /** Whether it may be used at that moment. */
  public boolean isUsableAt(Instant now) {
    return notAfter == null || !now.isAfter(notAfter);
  }

  @Override
  public String toString() {
    return "Secret[hidden]";
  }
}
