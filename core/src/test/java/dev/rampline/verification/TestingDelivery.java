package dev.rampline.verification;

import dev.rampline.decoding.Vocabulary;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A delivery for a verifier with an access token and a webhook secret. */
record TestingDelivery(String body, @Nullable String signatureHeader) {
  static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");
  static final Duration LEEWAY = Duration.ofMinutes(5);
  static final String TOKEN = "a partner access token of forty-one bytes";
  static final String SECRET = "a webhook secret";
  static final Keys KEYS =
      new Keys(List.of(new Secret(TOKEN, null)), List.of(new Secret(SECRET, null)), null, null);

  static Verification verify(String body) {
    return new TestingDelivery(body, null).to(KEYS);
  }

  static Verification verify(byte[] body, @Nullable String signatureHeader) {
    return verify(body, signatureHeader, KEYS);
  }

  static Verification verify(byte[] body, @Nullable String signatureHeader, Keys keys) {
    return new WebhookVerifier(
            Vocabulary.DOCUMENTED.webhookFormat(), LEEWAY, InstantSource.fixed(NOW))
        .verify(body, signatureHeader, keys);
  }

  Verification to(Keys keys) {
    return verify(body.getBytes(StandardCharsets.UTF_8), signatureHeader, keys);
  }

  /** Returns the reason of a rejection; empty if the delivery was verified. */
  static Optional<RejectionReason> rejection(Verification verification) {
    return switch (verification) {
      case Verification.Rejected(RejectionReason reason) -> Optional.of(reason);
      case Verification.Verified _, Verification.Unreadable _ -> Optional.empty();
    };
  }

  /** Returns a JSON string with every character escaped. */
  static String quoted(String text) {
    StringBuilder literal = new StringBuilder("\"");
    text.chars().forEach(unit -> literal.append(String.format("\\u%04x", unit)));
    return literal.append('"').toString();
  }
}
