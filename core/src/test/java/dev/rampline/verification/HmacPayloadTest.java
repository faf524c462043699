package dev.rampline.verification;

import static dev.rampline.verification.TestingDelivery.SECRET;
import static dev.rampline.verification.TestingDelivery.TOKEN;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rampline.decoding.Vocabulary;
import dev.rampline.json.Json;
import dev.rampline.json.JsonReader;
import dev.rampline.verification.Verification.Verified;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Transport C: plain JSON with a signature header. */
class HmacPayloadTest {
  private static final String BODY =
      "{\"eventName\":\"ORDER_CREATED\", \"data\":{\"id\":\"order-1\",\"note\":\"\u00e9\"}}\n";
  private static final String SIGNATURE = signature(SECRET, BODY);

  @Test
  void signatureOfTheRawBytes_isAccepted_inAnyCase_andWithAPrefix() {
    for (String header :
        new String[] {SIGNATURE, SIGNATURE.toUpperCase(Locale.ROOT), "sha256=" + SIGNATURE}) {
      assertThat(verify(BODY, header)).isInstanceOf(Verified.class);
    }
  }

  @Test
  void missingSignature_isRejected() {
    assertThat(rejection(BODY, null)).hasValue(RejectionReason.SIGNATURE_HEADER_MISSING);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "null", "sha256=", "0", "e3b0c442"})
  void invalidSignature_isRejected(String header) {
    assertThat(rejection(BODY, header)).hasValue(RejectionReason.SIGNATURE_HEADER_WRONG);
  }

  @Test
  void signatureWithAnotherKey_isRejected() {
    for (String key : new String[] {TOKEN, "0", "a webhook secret.", "0000000000000000" + SECRET}) {
      assertThat(rejection(BODY, signature(key, BODY)))
          .hasValue(RejectionReason.SIGNATURE_HEADER_WRONG);
    }
  }

  @Test
  void equivalentBodyInOtherBytes_isRejected() {
    for (String other :
        new String[] {BODY.strip(), " " + BODY, BODY.replace("\u00e9", "\\u00e9")}) {
      assertThat(rejection(other, SIGNATURE)).hasValue(RejectionReason.SIGNATURE_HEADER_WRONG);
    }
  }

  @Test
  void invalidToken_isRejected_evenWithASignedBody() {
    String body = "{\"eventName\":\"ORDER_CREATED\",\"data\":\"a.b.c\"}";
    assertThat(rejection(body, signature(SECRET, body)))
        .hasValue(RejectionReason.TOKEN_NOT_CANONICAL);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"eventName\":\"ORDER_COMPLETED\",\"token\":\"USDC\",\"data\":{\"id\":\"o-1\"}}",
        "{\"event\":\"ORDER_COMPLETED\",\"payload\":{\"id\":\"o-1\"},\"jwt\":\"eyJh.eyJi.c\"}",
        "{\"eventName\":\"ORDER_COMPLETED\",\"encryptedData\":\"x\",\"data\":[{\"id\":\"o-1\"}]}",
        "{\"eventName\":\"ORDER_COMPLETED\",\"data\":\"{\\\"id\\\":\\\"o-1\\\"}\"}",
        "{\"eventName\":\"ORDER_COMPLETED\",\"orderId\":\"o-1\",\"payload\":\"a note\"}",
        "{\"eventName\":\"ORDER_COMPLETED\",\"status\":\"COMPLETED\",\"token\":\"a.b.c\",\"data\":\"\"}",
        "{\"eventName\":\"ORDER_COMPLETED\",\"data\":\"\",\"payload\":null}",
        "{\"type\":\"ORDER_COMPLETED\",\"object\":{\"id\":\"o-1\"}}",
        "{}"
      })
  void plainBody_isReadAsSuch_whateverMembersStandBesideTheEvent(String body) {
    Json payload = JsonReader.read(body).orElseThrow();
    assertThat(verify(body, signature(SECRET, body)))
        .isEqualTo(new Verified(Transport.HMAC, 0, (Json.Obj) payload));
    assertThat(rejection(body, signature(SECRET, body + " ")))
        .hasValue(RejectionReason.SIGNATURE_HEADER_WRONG);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"[{\"eventName\":\"ORDER_COMPLETED\"}]", "7", "hello", "{\"a\":1,\"a\":2}"})
  void bodyOfNoTransport_isAuthenticWithASignature(String body) {
    String base64 = Base64.getEncoder().encodeToString(body.getBytes(StandardCharsets.UTF_8));
    assertThat(verify(body, signature(SECRET, body)))
        .isEqualTo(new Verification.Unreadable(Transport.HMAC, 0, base64));
    assertThat(rejection(body, SIGNATURE)).hasValue(RejectionReason.SIGNATURE_HEADER_WRONG);
    assertThat(rejection(body, null).orElseThrow().category())
        .isEqualTo(RejectionReason.Category.MALFORMED);
  }

  @Test
  void signature_sentTwice_isRead_andAnyOfAFewMayHold() {
    String wrong = signature(TOKEN, BODY);
    for (String header :
        List.of(
            SIGNATURE + "," + SIGNATURE,
            SIGNATURE + ", sha256=" + SIGNATURE,
            wrong + "," + SIGNATURE,
            SIGNATURE + ",")) {
      assertThat(verify(BODY, header)).as(header).isInstanceOf(Verified.class);
    }
    for (String header : List.of(wrong + "," + wrong, ",", ",,,," + SIGNATURE)) {
      assertThat(rejection(BODY, header)).hasValue(RejectionReason.SIGNATURE_HEADER_WRONG);
    }
  }

  @Test
  void signature_inBase64_isReadIfTheVocabularySaysSo() {
    WebhookFormat format =
        new WebhookFormat(
            List.of("data"), List.of("data"), List.of(), List.of("eventName"), "x-sig", true);
    WebhookVerifier verifier =
        new WebhookVerifier(format, TestingDelivery.LEEWAY, () -> TestingDelivery.NOW);
    byte[] body = BODY.getBytes(StandardCharsets.UTF_8);
    String base64 = Base64.getEncoder().encodeToString(HexFormat.of().parseHex(SIGNATURE));

    assertThat(verifier.verify(body, base64, TestingDelivery.KEYS)).isInstanceOf(Verified.class);
    assertThat(verifier.verify(body, SIGNATURE, TestingDelivery.KEYS))
        .isEqualTo(new Verification.Rejected(RejectionReason.SIGNATURE_HEADER_WRONG));
    assertThat(verifier.signatureHeader()).isEqualTo("x-sig");
  }

  @Test
  void signature_ofACompressedBody_mayCoverEitherForm() {
    WebhookVerifier verifier =
        new WebhookVerifier(
            Vocabulary.DOCUMENTED.webhookFormat(),
            TestingDelivery.LEEWAY,
            () -> TestingDelivery.NOW);
    byte[] body = BODY.getBytes(StandardCharsets.UTF_8);
    byte[] compressed = {31, -117, 8, 0};
    for (byte[] covered : List.of(body, compressed)) {
      String header = TestWebhookSigner.hmacHex(SECRET, covered);
      assertThat(verifier.verify(body, List.of(compressed), header, TestingDelivery.KEYS))
          .isInstanceOf(Verified.class);
    }
  }

  private static Optional<RejectionReason> rejection(String body, @Nullable String header) {
    return TestingDelivery.rejection(verify(body, header));
  }

  private static Verification verify(String body, @Nullable String header) {
    return new TestingDelivery(body, header).to(TestingDelivery.KEYS);
  }

  private static String signature(String key, String body) {
    return TestWebhookSigner.hmacHex(key, body.getBytes(StandardCharsets.UTF_8));
  }
}
