package dev.rampline.samples;

import dev.rampline.emulator.ProviderKeys;
import dev.rampline.emulator.Signer;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;

/** Invalid bodies and requests, each with its expected response. */
final class HostileBodies {
  private static final int MAX_BODY = 65_536;
  private static final String PLAIN =
      "{\"eventName\":\"ORDER_COMPLETED\",\"data\":{\"id\":\"forged\",\"status\":\"COMPLETED\"}}";

  private final Signer signer;
  private final Signer wrongKeySigner =
      new Signer(new ProviderKeys("a-key-that-the-receiver-does-not-know", "nor-this-secret"));
  private final String genuine;

  HostileBodies(ProviderKeys keys) {
    this.signer = new Signer(keys);
    this.genuine = signer.jwt(PLAIN);
  }

  List<HostileEvent> events() {
    return Stream.of(malformed(), encodings(), unsigned(), encrypted(), requests())
        .flatMap(List::stream)
        .toList();
  }

  private List<HostileEvent> malformed() {
    return List.of(
        HostileEvent.of("body-empty", 400, ""),
        HostileEvent.of("body-blank", 400, "  "),
        HostileEvent.of("body-number", 400, "42"),
        HostileEvent.of("body-array", 401, "[\"" + genuine + "\"]"),
        HostileEvent.of("body-json-null", 400, "null"),
        HostileEvent.of("body-text", 400, "hello"),
        HostileEvent.of("body-short-base64", 400, "AAAA"),
        HostileEvent.of("body-truncated", 400, "{\"data\":\"eyJhbGciOiJIUzI1NiJ9"),
        HostileEvent.of("body-without-event", 400, "{\"hello\":\"world\"}"),
        HostileEvent.of("member-twice", 401, twice(genuine)));
  }

  private List<HostileEvent> encodings() {
    byte[] notUtf8 = {'{', '"', (byte) 0xC3, (byte) 0x28, '"', '}'};
    return List.of(
        new HostileEvent("body-null", 400, SampleGatewayEvent.post((String) null).httpApi()),
        new HostileEvent("base64-bad", 400, SampleGatewayEvent.postBase64("%%%").httpApi()),
        new HostileEvent(
            "base64-not-utf8", 400, SampleGatewayEvent.postBase64(base64(notUtf8)).httpApi()));
  }

  private List<HostileEvent> unsigned() {
    return List.of(
        HostileEvent.of("plain-unsigned", 401, PLAIN),
        hmac("plain-wrong-signature", wrongKeySigner.hmac(PLAIN)),
        hmac("plain-empty-signature", ""),
        hmac("plain-signature-of-another", signer.hmac(PLAIN + " ")),
        HostileEvent.of("first-name-decides", 401, first(wrongKeySigner.jwt(PLAIN), genuine)));
  }

  private List<HostileEvent> encrypted() {
    String sealed = signer.aes(PLAIN, new Random(1));
    String body = "{\"data\":\"" + sealed + "\"}";
    Map<String, String> wrong = Map.of(Signer.SIGNATURE_HEADER, wrongKeySigner.hmac(PLAIN));
    return List.of(
        HostileEvent.token("aes-wrong-secret", 401, wrongKeySigner.aes(PLAIN, new Random(1))),
        HostileEvent.token("aes-tampered", 401, "A".repeat(4) + sealed.substring(4)),
        new HostileEvent(
            "aes-wrong-signature",
            401,
            new SampleGatewayEvent("POST", wrong, body, false).httpApi()));
  }

  private List<HostileEvent> requests() {
    String large = "{\"data\":\"" + "A".repeat(MAX_BODY) + "\"}";
    return List.of(
        new HostileEvent(
            "method-get", 405, new SampleGatewayEvent("GET", Map.of(), null, false).httpApi()),
        new HostileEvent(
            "method-put", 405, new SampleGatewayEvent("PUT", Map.of(), genuine, false).httpApi()),
        HostileEvent.of("oversized", 413, large),
        new HostileEvent(
            "oversized-base64", 413, SampleGatewayEvent.post(large).encoded().httpApi()));
  }

  private static HostileEvent hmac(String name, String signature) {
    Map<String, String> header = Map.of(Signer.SIGNATURE_HEADER, signature);
    return new HostileEvent(
        name, 401, new SampleGatewayEvent("POST", header, PLAIN, false).httpApi());
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
