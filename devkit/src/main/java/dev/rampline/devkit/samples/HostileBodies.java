package dev.rampline.devkit.samples;

import dev.rampline.devkit.emulator.ProviderKeys;
import dev.rampline.devkit.emulator.Signer;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;

/** Bodies and requests that are not what the provider sends, with the answer that each gets. */
final class HostileBodies {
  private static final int MAX_BODY = 65_536;
  private static final String PLAIN =
      "{\"eventName\":\"ORDER_COMPLETED\",\"data\":{\"id\":\"forged\",\"status\":\"COMPLETED\"}}";

  private final Signer signer = new Signer(EventCatalog.keys());
  private final Signer stranger =
      new Signer(new ProviderKeys("a-key-that-the-receiver-does-not-know", "nor-this-secret"));
  private final String genuine = signer.jwt(PLAIN);

  List<Hostile> events() {
    return Stream.of(malformed(), encodings(), unsigned(), sealed(), requests())
        .flatMap(List::stream)
        .toList();
  }

  private List<Hostile> malformed() {
    return List.of(
        Hostile.of("body-empty", 400, ""),
        Hostile.of("body-blank", 400, "  "),
        Hostile.of("body-number", 400, "42"),
        Hostile.of("body-array", 400, "[\"" + genuine + "\"]"),
        Hostile.of("body-json-null", 400, "null"),
        Hostile.of("body-text", 400, "hello"),
        Hostile.of("body-short-base64", 400, "AAAA"),
        Hostile.of("body-truncated", 400, "{\"data\":\"eyJhbGciOiJIUzI1NiJ9"),
        Hostile.of("body-without-event", 400, "{\"hello\":\"world\"}"),
        Hostile.of("member-twice", 400, twice(genuine)),
        Hostile.token("payload-array", 400, signer.jwt("[]")));
  }

  private List<Hostile> encodings() {
    byte[] notUtf8 = {'{', '"', (byte) 0xC3, (byte) 0x28, '"', '}'};
    return List.of(
        new Hostile("body-null", 400, GatewayEvent.post((String) null).httpApi()),
        new Hostile("base64-bad", 400, GatewayEvent.postBase64("%%%").httpApi()),
        new Hostile("base64-not-utf8", 400, GatewayEvent.postBase64(base64(notUtf8)).httpApi()));
  }

  private List<Hostile> unsigned() {
    return List.of(
        Hostile.of("plain-unsigned", 401, PLAIN),
        hmac("plain-wrong-signature", stranger.hmac(PLAIN)),
        hmac("plain-empty-signature", ""),
        hmac("plain-signature-of-another", signer.hmac(PLAIN + " ")),
        Hostile.of("first-name-decides", 401, first(stranger.jwt(PLAIN), genuine)));
  }

  private List<Hostile> sealed() {
    String sealed = signer.aes(PLAIN, new Random(1));
    String body = "{\"data\":\"" + sealed + "\"}";
    Map<String, String> wrong = Map.of(Signer.SIGNATURE_HEADER, stranger.hmac(PLAIN));
    return List.of(
        Hostile.token("aes-wrong-secret", 401, stranger.aes(PLAIN, new Random(1))),
        Hostile.token("aes-tampered", 401, "A".repeat(4) + sealed.substring(4)),
        new Hostile(
            "aes-wrong-signature", 401, new GatewayEvent("POST", wrong, body, false).httpApi()));
  }

  private List<Hostile> requests() {
    String large = "{\"data\":\"" + "A".repeat(MAX_BODY) + "\"}";
    return List.of(
        new Hostile("method-get", 405, new GatewayEvent("GET", Map.of(), null, false).httpApi()),
        new Hostile("method-put", 405, new GatewayEvent("PUT", Map.of(), genuine, false).httpApi()),
        Hostile.of("oversized", 413, large),
        new Hostile("oversized-base64", 413, GatewayEvent.post(large).encoded().httpApi()));
  }

  private static Hostile hmac(String name, String signature) {
    Map<String, String> header = Map.of(Signer.SIGNATURE_HEADER, signature);
    return new Hostile(name, 401, new GatewayEvent("POST", header, PLAIN, false).httpApi());
  }

  private static String twice(String token) {
    return "{\"data\":\"" + token + "\",\"data\":\"" + token + "\"}";
  }

  private static String first(String first, String second) {
    return "{\"data\":\"" + first + "\",\"token\":\"" + second + "\"}";
  }

  private static String base64(byte[] bytes) {
    return Base64.getEncoder().encodeToString(bytes);
  }
}
