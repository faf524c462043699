package dev.rampline.fuzzing;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonToken;
import dev.rampline.verification.Transport;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Verifies and decodes a body with the JDK's own cryptography, from the rules in {@code
 * docs/architecture.md#verify}, without using any class under test.
 */
record ReferenceVerifier(FuzzWebhook webhook) {
  private static final List<String> NAMES =
      List.of("data", "payload", "webhookData", "encryptedData", "token", "jwt");

  /** The content that the key protects in that transport; empty if there is none. */
  Optional<byte[]> protectedContent(Transport transport, int key) {
    return switch (transport) {
      case JWT -> message().flatMap(text -> jwtPayload(text, FuzzWebhook.TOKENS.get(key)));
      case AES -> message().flatMap(text -> envelopePayload(text, FuzzWebhook.SECRETS.get(key)));
      case HMAC ->
          Optional.of(webhook.body()).filter(body -> isSigned(FuzzWebhook.SECRETS.get(key), body));
    };
  }

  /** The body's text, or the one string in it that may carry a token or envelope. */
  private Optional<String> message() {
    String body = new String(webhook.body(), UTF_8);
    Optional<JsonTokens> json = JsonTokens.of(body);
    if (json.isEmpty()) {
      return Optional.of(body);
    }
    Stream<JsonTokens.Token> texts =
        json.get().isObject()
            ? NAMES.stream().flatMap(name -> json.get().findTopLevel(name).stream())
            : json.get().all().stream().limit(1);
    return texts
        .filter(token -> token.kind() == JsonToken.VALUE_STRING)
        .map(JsonTokens.Token::text)
        .findFirst();
  }

  private static Optional<byte[]> jwtPayload(String token, String key) {
    List<String> parts = List.of(token.split("\\.", -1));
    if (parts.size() != 3 || !parts.stream().allMatch(ReferenceVerifier::isCanonical)) {
      return Optional.empty();
    }
    byte[] signed = token.substring(0, token.lastIndexOf('.')).getBytes(US_ASCII);
    byte[] signature = Base64.getUrlDecoder().decode(parts.get(2));
    boolean holds = MessageDigest.isEqual(ProviderCryptography.mac(signed, key), signature);
    return holds && isHs256(Base64.getUrlDecoder().decode(parts.get(0)))
        ? Optional.of(Base64.getUrlDecoder().decode(parts.get(1)))
        : Optional.empty();
  }

  private static boolean isHs256(byte[] header) {
    return JsonTokens.of(new String(header, UTF_8))
        .filter(JsonTokens::isObject)
        .filter(json -> json.names().noneMatch(List.of("crit", "b64", "zip")::contains))
        .flatMap(json -> json.findTopLevel("alg"))
        .filter(new JsonTokens.Token(JsonToken.VALUE_STRING, "HS256")::equals)
        .isPresent();
  }

  private Optional<byte[]> envelopePayload(String text, String secret) {
    try {
      byte[] envelope = Base64.getDecoder().decode(text.replace('-', '+').replace('_', '/'));
      byte[] plain = ProviderCryptography.decrypt(envelope, secret);
      boolean unsigned = webhook.signature() == null;
      boolean signed = unsigned || isSigned(secret, webhook.body(), text.getBytes(UTF_8), plain);
      boolean holds = signed && encodings(envelope).anyMatch(text::equals);
      return holds ? Optional.of(plain) : Optional.empty();
    } catch (IllegalArgumentException forged) {
      return Optional.empty();
    }
  }

  private boolean isSigned(String secret, byte[]... covered) {
    String signature =
        Objects.requireNonNullElse(webhook.signature(), "").replaceFirst("^sha256=", "");
    return Stream.of(covered)
        .anyMatch(
            bytes -> ProviderCryptography.signature(bytes, secret).equalsIgnoreCase(signature));
  }

  /** Decodes base64 of an envelope: in either alphabet, padded or not. */
  private static Stream<String> encodings(byte[] envelope) {
    return Stream.of(Base64.getEncoder(), Base64.getUrlEncoder())
        .flatMap(encoder -> Stream.of(encoder, encoder.withoutPadding()))
        .map(encoder -> encoder.encodeToString(envelope));
  }

  private static boolean isCanonical(String part) {
    return part.matches("[A-Za-z0-9_-]*")
        && part.length() % 4 != 1
        && Base64.getUrlEncoder()
            .withoutPadding()
            .encodeToString(Base64.getUrlDecoder().decode(part))
            .equals(part);
  }
}
