package dev.rampline.verification;

import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A key as text. {@code toString} hides it. Immutable. */
public final class Secret {
  private final String text;
  private final @Nullable Instant notAfter;
  private volatile @Nullable HmacSha256 hmac;

  /**
   * @param text the key
   * @param notAfter the last time at which it may be used; null if unlimited
   */
  public Secret(String text, @Nullable Instant notAfter) {
    if (text.isEmpty()) {
      // Padded to an AES key, an empty secret would be a well-known key.
      throw new IllegalArgumentException("A key must not be empty");
    }
    this.text = text;
    this.notAfter = notAfter;
  }

  /** Returns the key. */
  public String text() {
    return text;
  }

  /** Returns the last time at which it may be used; null if unlimited. */
  public @Nullable Instant notAfter() {
    return notAfter;
  }

  /** Returns whether the key may be used at that time. */
  public boolean isUsableAt(Instant now) {
    return notAfter == null || !now.isAfter(notAfter);
  }

  /** Returns the HMAC with the whole key. It is created once. */
  HmacSha256 hmac() {
    HmacSha256 existing = hmac;
    if (existing != null) {
      return existing;
    }
    HmacSha256 created = new HmacSha256(text);
    hmac = created;
    return created;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Secret secret
        && text.equals(secret.text)
        && Objects.equals(notAfter, secret.notAfter);
  }

  @Override
  public int hashCode() {
    return Objects.hash(text, notAfter);
  }

  @Override
  public String toString() {
    return "Secret[hidden]";
  }
}
