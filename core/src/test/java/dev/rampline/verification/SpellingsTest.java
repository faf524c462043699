package dev.rampline.verification;

import static dev.rampline.verification.TestWebhookSigner.HS256;
import static dev.rampline.verification.TestingDelivery.SECRET;
import static dev.rampline.verification.TestingDelivery.TOKEN;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rampline.json.Json;
import dev.rampline.verification.Verification.Verified;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** All places and encodings of a token or an envelope ({@code docs/provider-api.md#a1}). */
class SpellingsTest {
  private static final String PAYLOAD = "{\"eventName\":\"ORDER_CREATED\"}";
  private static final Json.Obj CLAIMS =
      new Json.Obj(Map.of("eventName", new Json.Text("ORDER_CREATED")));
  private static final List<String> NAMES =
      List.of("data", "payload", "webhookData", "encryptedData", "token", "jwt");

  static Stream<String> placesOfAToken() {
    return places(TestWebhookSigner.token(TOKEN, HS256, PAYLOAD));
  }

  static Stream<String> placesOfAnEnvelope() {
    return envelopes().flatMap(SpellingsTest::places);
  }

  /** A payload whose encoding has padding and differs between the two alphabets. */
  private static Stream<String> envelopes() {
    byte[] sealed = TestWebhookSigner.encrypt(SECRET, PAYLOAD.getBytes(StandardCharsets.UTF_8));
    return Stream.of(
            Base64.getEncoder(),
            Base64.getEncoder().withoutPadding(),
            Base64.getUrlEncoder(),
            Base64.getUrlEncoder().withoutPadding())
        .map(encoder -> encoder.encodeToString(sealed));
  }

  private static Stream<String> places(String message) {
    return Stream.concat(
        Stream.of(
            message,
            "\"" + message + "\"",
            " \t\r\n\"" + message + "\" \n",
            TestingDelivery.quoted(message),
            "{\"eventName\":\"ORDER_FAILED\",\"data\":{\"id\":\"x\"},\"jwt\":\"" + message + "\"}"),
        NAMES.stream().map(name -> " {\"other\":[1], \"" + name + "\":\"" + message + "\"}\n"));
  }

  @ParameterizedTest
  @MethodSource("placesOfAToken")
  void token_inAnyPlace_isVerified(String body) {
    assertThat(TestingDelivery.verify(body)).isEqualTo(new Verified(Transport.JWT, 0, CLAIMS));
  }

  @ParameterizedTest
  @MethodSource("placesOfAnEnvelope")
  void envelope_inAnyPlaceAndAlphabet_isVerified(String body) {
    assertThat(TestingDelivery.verify(body)).isEqualTo(new Verified(Transport.AES, 0, CLAIMS));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "x", "a.b.c"})
  void stringUnderAnEarlierName_isTheOnlyOneRead(String earlier) {
    String token = TestWebhookSigner.token(TOKEN, HS256, PAYLOAD);
    String body = "{\"jwt\":\"" + token + "\",\"token\":\"" + earlier + "\"}";
    assertThat(TestingDelivery.verify(body)).isInstanceOf(Verification.Rejected.class);
  }

  @Test
  void names_arePreferredInTheDocumentedOrder() {
    String token = TestWebhookSigner.token(TOKEN, HS256, PAYLOAD);
    for (int later = 1; later < NAMES.size(); later++) {
      String earlierName = NAMES.get(later - 1);
      String body =
          "{\"" + NAMES.get(later) + "\":\"x\",\"" + earlierName + "\":\"" + token + "\"}";
      assertThat(TestingDelivery.verify(body)).isInstanceOf(Verified.class);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"null", "7", "true", "[]", "{\"id\":\"order-1\"}"})
  void nonStringUnderAnEarlierName_isSkipped(String earlier) {
    String token = TestWebhookSigner.token(TOKEN, HS256, PAYLOAD);
    String body = "{\"jwt\":\"" + token + "\",\"data\":" + earlier + "}";
    assertThat(TestingDelivery.verify(body)).isInstanceOf(Verified.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"%s\n", " %s", "%s ", "\uFEFF%s", "Bearer %s", "'%s'"})
  void token_isNotTrimmed(String around) {
    String token = TestWebhookSigner.token(TOKEN, HS256, PAYLOAD);
    assertThat(TestingDelivery.rejection(TestingDelivery.verify(around.formatted(token))))
        .hasValue(RejectionReason.TOKEN_NOT_CANONICAL);
  }
}
