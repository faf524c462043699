package dev.rampline.samples;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.rampline.emulator.ProviderKeys;
import dev.rampline.emulator.Signer;
import java.util.Base64;
import java.util.List;
import java.util.stream.Stream;

/** Forged and malformed tokens, each of which is rejected with 401. */
final class HostileTokens {
  private static final int UNAUTHORIZED = 401;
  private static final String ALPHABET =
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
  private static final String FORGED =
      "{\"eventName\":\"ORDER_COMPLETED\",\"data\":{\"id\":\"forged\",\"status\":\"COMPLETED\"}}";

  private final Signer signer;
  private final String genuine;
  private final List<String> parts;

  HostileTokens(ProviderKeys keys) {
    this.signer = new Signer(keys);
    this.genuine = signer.jwt(FORGED);
    this.parts = List.of(genuine.split("\\.", -1));
  }

  List<HostileEvent> events() {
    return Stream.of(keys(), headers(), encodings(), claims()).flatMap(List::stream).toList();
  }

  private List<HostileEvent> keys() {
    Signer unknownSigner =
        new Signer(new ProviderKeys("a-key-that-the-receiver-does-not-know", null));
    String changed = encoded(FORGED.replace("forged", "FORGED"));
    return List.of(
        token("wrong-key", unknownSigner.jwt(FORGED)),
        token("empty-key", new Signer(new ProviderKeys("\0", null)).jwt(FORGED)),
        token("tampered-payload", joined(parts.get(0), changed, parts.get(2))),
        token("another-signature", joined(parts.get(0), parts.get(1), last(signer.jwt("{}")))));
  }

  private List<HostileEvent> headers() {
    String none = encoded("{\"alg\":\"none\"}");
    return List.of(
        token("alg-none", joined(none, parts.get(1), "")),
        token("alg-none-with-signature", signer.jwt("{\"alg\":\"none\"}", FORGED)),
        token("alg-absent", signer.jwt("{\"typ\":\"JWT\"}", FORGED)),
        token("alg-lower-case", signer.jwt("{\"alg\":\"hs256\"}", FORGED)),
        token("alg-hs512", signer.jwt("{\"alg\":\"HS512\"}", FORGED)),
        token("alg-twice", signer.jwt("{\"alg\":\"none\",\"alg\":\"HS256\"}", FORGED)),
        token("critical-header", signer.jwt("{\"alg\":\"HS256\",\"crit\":[\"exp\"]}", FORGED)),
        token("header-null", "bnVsbA.e30.AAAA"),
        token("header-and-more", signer.jwt("{\"alg\":\"HS256\"} {}", FORGED)));
  }

  private List<HostileEvent> encodings() {
    return List.of(
        token("truncated-signature", genuine.substring(0, genuine.length() - 1)),
        token("signature-empty", joined(parts.get(0), parts.get(1), "")),
        token("signature-padded", genuine + "="),
        token("signature-not-canonical", notCanonical(genuine)),
        token("payload-padded", joined(parts.get(0), parts.get(1) + "==", parts.get(2))));
  }

  private List<HostileEvent> claims() {
    return List.of(
        token("expired", signer.jwt(FORGED.replaceFirst("\\{", "{\"exp\":1705314736,"))),
        token("expiry-text", signer.jwt(FORGED.replaceFirst("\\{", "{\"exp\":\"soon\","))),
        token("not-yet-valid", signer.jwt(FORGED.replaceFirst("\\{", "{\"nbf\":4102444800,"))));
  }

  /** Sets unused bits of the last base64 character: another encoding of the same signature. */
  private static String notCanonical(String token) {
    int at = ALPHABET.indexOf(token.charAt(token.length() - 1));
    return token.substring(0, token.length() - 1) + ALPHABET.charAt(at + 1);
  }

  private static HostileEvent token(String name, String token) {
    return HostileEvent.token(name, UNAUTHORIZED, token);
  }

  private static String joined(String header, String payload, String signature) {
    return header + "." + payload + "." + signature;
  }

  private static String last(String token) {
    return token.substring(token.lastIndexOf('.') + 1);
  }

  private static String encoded(String text) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(UTF_8));
  }
}
