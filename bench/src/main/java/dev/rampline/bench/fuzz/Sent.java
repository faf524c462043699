package dev.rampline.bench.fuzz;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A body as it is sent, with its signature header: the script says how the bytes are sealed ({@code
 * seal}), with which key and how spelt, and which bit of the result is then flipped. Bytes of any
 * kind so come to lie behind a signature that holds.
 */
final class Sent {
  /** The keys, the current one first; the texts serve as tokens and as secrets. */
  static final List<String> TOKENS = List.of("fuzz-access-token-current", "fuzz-access-token-old");

  static final List<String> SECRETS = List.of("fuzz-webhook-secret", "fuzz-webhook-secret-old");

  private static final String HEADER = "{\"alg\":\"HS256\",\"typ\":\"JWT\"}";

  private final byte[] body;
  private final @Nullable String signature;
  private final boolean genuine;

  Sent(byte[] body, @Nullable String signature, boolean genuine) {
    this.body = body;
    this.signature = signature;
    this.genuine = genuine;
  }

  static Sent of(Script script) {
    Sent whole = sealed(script, script.find("seal").orElse("none"));
    return script.find("flip").isPresent() ? whole.flipped(script.number("flip", 1 << 20)) : whole;
  }

  /** As a Lambda setting has them. */
  static String keys() {
    return """
        {"accessTokens": ["%s", "%s"], "webhookSecrets": ["%s", "%s"]}"""
        .formatted(TOKENS.getFirst(), TOKENS.getLast(), SECRETS.getFirst(), SECRETS.getLast());
  }

  /** What is posted; not a copy. */
  byte[] body() {
    return body;
  }

  /** The signature header; null: there is none. */
  @Nullable String signature() {
    return signature;
  }

  /** Whether the provider itself could have sent it. */
  boolean genuine() {
    return genuine;
  }

  private static Sent sealed(Script script, String way) {
    byte[] bytes = script.bytes();
    int key = script.number("key", TOKENS.size());
    String signature = script.find("signature").orElse(null);
    String header = script.find("header").orElse(HEADER);
    Spelling spelling = new Spelling(script);
    String token = Sealing.token(header, bytes, TOKENS.get(key), spelling);
    String envelope = Sealing.envelope(bytes, SECRETS.get(key), spelling);
    boolean plain = header.equals(HEADER) && spelling.isPlain();
    return switch (way) {
      case "jwt" -> new Sent(ascii("{\"data\":\"" + token + "\"}"), signature, plain);
      case "jwt-bare" -> new Sent(ascii(token), signature, plain);
      case "jwt-string" -> new Sent(ascii('"' + token + '"'), signature, plain);
      case "aes" -> new Sent(ascii(envelope), signature, false);
      case "hmac" -> new Sent(bytes, Sealing.signature(bytes, SECRETS.get(key)), false);
      default -> new Sent(bytes, signature, false);
    };
  }

  private Sent flipped(int bit) {
    byte[] changed = body.clone();
    if (changed.length > 0) {
      changed[bit / Byte.SIZE % changed.length] ^= (byte) (1 << bit % Byte.SIZE);
    }
    return new Sent(changed, signature, false);
  }

  private static byte[] ascii(String text) {
    return text.getBytes(US_ASCII);
  }
}
