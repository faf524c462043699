package dev.rampline.rotation;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the document of keys tells of an access token, but for the token itself.
 *
 * @param obtainedAt when the provider gave it; null: nobody wrote that down
 * @param expiresAt when it can no longer call the API; null: nobody knows
 * @param notAfter when it ends for verifying too; null: it does not
 */
public record TokenLife(
    @Nullable Instant obtainedAt, @Nullable Instant expiresAt, @Nullable Instant notAfter) {
  /**
   * Of every token in the document, the current one first.
   *
   * @throws dev.rampline.verification.InvalidKeysException if a receiver would not take it
   */
  public static List<TokenLife> allIn(String document) {
    return RingDocument.parse(document).entries().stream().map(TokenLife::of).toList();
  }

  private static TokenLife of(RingEntry entry) {
    return new TokenLife(
        entry.obtainedAt().orElse(null),
        entry.expiresAt().orElse(null),
        entry.notAfter().orElse(null));
  }
}
