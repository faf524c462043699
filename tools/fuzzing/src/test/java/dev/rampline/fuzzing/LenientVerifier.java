package dev.rampline.fuzzing;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.rampline.decoding.Vocabulary;
import dev.rampline.json.Json;
import dev.rampline.json.JsonReader;
import dev.rampline.verification.Keys;
import dev.rampline.verification.Transport;
import dev.rampline.verification.Verification;
import dev.rampline.verification.Verification.Rejected;
import dev.rampline.verification.Verification.Unreadable;
import dev.rampline.verification.Verification.Verified;
import dev.rampline.verification.WebhookVerifier;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Accepts what the production verifier accepts, and also tokens with a valid signature that it
 * rejects for other reasons.
 *
 * @param base64 decodes a part
 * @param header decides which headers are accepted
 */
record LenientVerifier(Function<String, byte[]> base64, Predicate<Json.Obj> header)
    implements VerifierTarget.VerifyFunction {
  private static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");
  private static final WebhookVerifier CORRECT =
      new WebhookVerifier(Vocabulary.DOCUMENTED.webhookFormat(), Duration.ofMinutes(5), () -> NOW);

  @Override
  public Verification verify(byte[] body, @Nullable String signature, Keys keys) {
    Verification sound = CORRECT.verify(body, signature, keys);
    return switch (sound) {
      case Verified verified -> verified;
      case Unreadable unreadable -> unreadable;
      case Rejected rejected -> verifyLeniently(message(new String(body, UTF_8))).orElse(rejected);
    };
  }

  private Optional<Verification> verifyLeniently(String token) {
    List<String> parts = List.of(token.split("\\.", -1));
    if (parts.size() < 3) {
      return Optional.empty();
    }
    byte[] mac =
        ProviderCryptography.mac((parts.get(0) + "." + parts.get(1)).getBytes(UTF_8), key());
    return decoded(parts.get(2))
        .filter(signature -> Arrays.equals(mac, signature))
        .flatMap(_ -> object(parts.get(0)).filter(header))
        .flatMap(_ -> object(parts.get(1)))
        .map(claims -> new Verified(Transport.JWT, 0, claims));
  }

  private Optional<Json.Obj> object(String part) {
    return decoded(part)
        .flatMap(JsonReader::read)
        .flatMap(json -> json instanceof Json.Obj object ? Optional.of(object) : Optional.empty());
  }

  private Optional<byte[]> decoded(String part) {
    try {
      return Optional.of(base64.apply(part));
    } catch (IllegalArgumentException notBase64) {
      return Optional.empty();
    }
  }

  private static String key() {
    return FuzzWebhook.TOKENS.getFirst();
  }

  private static String message(String text) {
    Json json = JsonReader.read(text).orElse(new Json.Text(text));
    Optional<Json> message =
        json instanceof Json.Obj object ? object.get("data") : Optional.of(json);
    return message.orElse(null) instanceof Json.Text(String it) ? it : "";
  }
}
