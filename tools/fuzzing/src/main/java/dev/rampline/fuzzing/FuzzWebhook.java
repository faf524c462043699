package dev.rampline.fuzzing;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A webhook body with its signature header. The script says how the bytes are protected ({@code
 * seal}), with which key and encoding, and which bit of the result is flipped. Arbitrary bytes thus
 * get a valid signature.
 */
final class FuzzWebhook {
  /**
   * The keys, the current one first. Each text serves as an access token and as a webhook secret.
   */
  static final List<String> TOKENS = List.of("fuzz-access-token-current", "fuzz-access-token-old");

  static final List<String> SECRETS = List.of("fuzz-webhook-secret", "fuzz-webhook-secret-old");

  private static final String HEADER = "{\"alg\":\"HS256\",\"typ\":\"JWT\"}";

  private final byte[] body;
  private final @Nullable String signature;
  private final boolean isGenuine;

  FuzzWebhook(byte[] body, @Nullable String signature, boolean genuine) {
    this.body = body;
    this.signature = signature;
    this.isGenuine = genuine;
  }

  static FuzzWebhook of(FuzzInput script) {
    FuzzWebhook whole = protect(script, script.find("seal").orElse("none"));
    return script.find("flip").isPresent()
        ? whole.withFlippedBit(script.number("flip", 1 << 20))
        : whole;
  }

  /** The keys in the format of the Lambda setting. */
  static String keys() {
    return """
        {"accessTokens": ["%s", "%s"], "webhookSecrets": ["%s", "%s"]}"""
        .formatted(TOKENS.getFirst(), TOKENS.getLast(), SECRETS.getFirst(), SECRETS.getLast());
  }

  /** The request body; not a copy. */
  byte[] body() {
    return body;
  }

  /** The signature header; null if absent. */
  @Nullable String signature() {
    return signature;
  }

  /** Whether the provider could have sent it. */
  boolean isGenuine() {
    return isGenuine;
  }

  private static FuzzWebhook protect(FuzzInput script, String variant) {
    byte[] bytes = script.bytes();
    int key = script.number("key", TOKENS.size());
    String signature = script.find("signature").orElse(null);
    String header = script.find("header").orElse(HEADER);
    Base64Variant spelling = new Base64Variant(script);
    String token = ProviderCryptography.jwt(header, bytes, TOKENS.get(key), spelling);
    String envelope = ProviderCryptography.envelope(bytes, SECRETS.get(key), spelling);
    boolean plain = header.equals(HEADER) && spelling.isCanonical();
    return switch (variant) {
      case "jwt" -> new FuzzWebhook(ascii("{\"data\":\"" + token + "\"}"), signature, plain);
      case "jwt-bare" -> new FuzzWebhook(ascii(token), signature, plain);
      case "jwt-string" -> new FuzzWebhook(ascii('"' + token + '"'), signature, plain);
      case "aes" -> new FuzzWebhook(ascii(envelope), signature, false);
      case "hmac" ->
          new FuzzWebhook(bytes, ProviderCryptography.signature(bytes, SECRETS.get(key)), false);
      default -> new FuzzWebhook(bytes, signature, false);
    };
  }

  private FuzzWebhook withFlippedBit(int bit) {
    byte[] changed = body.clone();
    if (changed.length > 0) {
      changed[bit / Byte.SIZE % changed.length] ^= (byte) (1 << bit % Byte.SIZE);
    }
    return new FuzzWebhook(changed, signature, false);
  }

  private static byte[] ascii(String text) {
    return text.getBytes(US_ASCII);
  }
}
