package dev.rampline.verification;

import static dev.rampline.verification.TestWebhookSigner.HS256;
import static dev.rampline.verification.TestingDelivery.NOW;
import static dev.rampline.verification.TestingDelivery.TOKEN;
import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Content and validity of tokens with a valid signature (RFC 7519, section 4.1). */
class TokenContentTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "null",
        "true",
        "7",
        "\"{}\"",
        "[]",
        "[{}]",
        "{\"a\":1,\"a\":1}",
        "{\"a\":{\"b\":1,\"b\":2}}",
        "{} {}",
        "{}x",
        "{}\u0000",
        "\uFEFF{}",
        "{\"a\":01}",
        "{\"a\":NaN}",
        "{\"a\":1,}"
      })
  void payloadThatIsNoStrictObject_isMalformed(String payload) {
    assertThat(rejection(payload)).hasValue(RejectionReason.CONTENT_NOT_AN_OBJECT);
  }

  @Test
  void payloadOfInvalidUtf8_isMalformed() {
    byte[] payload = "{\"name\":\"Jos\u00e9\"}".getBytes(StandardCharsets.ISO_8859_1);
    String body = "{\"data\":\"" + TestWebhookSigner.token(TOKEN, HS256, payload) + "\"}";
    assertThat(TestingDelivery.rejection(TestingDelivery.verify(body)))
        .hasValue(RejectionReason.CONTENT_NOT_AN_OBJECT);
  }

  @Test
  void payload_isVerifiedUpToADepthOf16() {
    assertThat(rejection("{\"a\":" + "[".repeat(15) + "]".repeat(15) + "}")).isEmpty();
    assertThat(rejection("{\"a\":" + "[".repeat(16) + "]".repeat(16) + "}"))
        .hasValue(RejectionReason.CONTENT_NOT_AN_OBJECT);
  }

  @ParameterizedTest
  @ValueSource(strings = {"null", "\"1900000000\"", "\"\"", "true", "[1900000000]", "{}"})
  void timeThatIsNoNumber_isRejected(String value) {
    assertThat(rejection("{\"exp\":" + value + "}"))
        .hasValue(RejectionReason.TOKEN_TIME_NOT_A_NUMBER);
    assertThat(rejection("{\"nbf\":" + value + "}"))
        .hasValue(RejectionReason.TOKEN_TIME_NOT_A_NUMBER);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"null", "\"yesterday\"", "-1", "1e99999999999", "99999999999", "[]", "{}", "true"})
  void issuedAt_ofAnyKind_isIgnored(String value) {
    assertThat(rejection("{\"iat\":" + value + ",\"iss\":7,\"aud\":null,\"jti\":[]}")).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"-300,true", "-299.999999999,false", "-299,false", "0,false", "-301,true"})
  void expiryWithinTheLeeway_isAccepted(String offset, boolean isRejected) {
    assertThat(rejection("{\"exp\":" + secondsFromNow(offset) + "}"))
        .isEqualTo(isRejected ? Optional.of(RejectionReason.TOKEN_EXPIRED) : Optional.empty());
  }

  @ParameterizedTest
  @CsvSource({"300,false", "300.000000001,true", "301,true", "0,false"})
  void startWithinTheLeeway_isAccepted(String offset, boolean isRejected) {
    assertThat(rejection("{\"nbf\":" + secondsFromNow(offset) + "}"))
        .isEqualTo(
            isRejected ? Optional.of(RejectionReason.TOKEN_NOT_YET_VALID) : Optional.empty());
  }

  @ParameterizedTest
  @ValueSource(strings = {"1e30", "1e00000000000000000012", "99999999999.5"})
  void timeInTheFarFuture_isNeverReached(String literal) {
    assertThat(rejection("{\"exp\":" + literal + "}")).isEmpty();
    assertThat(rejection("{\"nbf\":" + literal + "}"))
        .hasValue(RejectionReason.TOKEN_NOT_YET_VALID);
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "-0", "-0.0e0", "-1", "1e-30", "-1e30", "17e7"})
  void pastTime_isReached(String literal) {
    assertThat(rejection("{\"exp\":" + literal + "}")).hasValue(RejectionReason.TOKEN_EXPIRED);
    assertThat(rejection("{\"nbf\":" + literal + "}")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"1e31", "-1e400", "1e-31", "1e999999999", "1E+99999999999"})
  void timeBeyondTheLimitsOfNumbers_isRejected(String literal) {
    assertThat(rejection("{\"exp\":" + literal + "}"))
        .hasValue(RejectionReason.TOKEN_TIME_NOT_A_NUMBER);
    assertThat(rejection("{\"nbf\":" + literal + "}"))
        .hasValue(RejectionReason.TOKEN_TIME_NOT_A_NUMBER);
  }

  @Test
  void timeOfManyDigits_isRejected() {
    assertThat(rejection("{\"exp\":1" + "0".repeat(45_000) + "}"))
        .hasValue(RejectionReason.TOKEN_TIME_NOT_A_NUMBER);
  }

  private static String secondsFromNow(String offset) {
    return new BigDecimal(offset).add(BigDecimal.valueOf(NOW.getEpochSecond())).toPlainString();
  }

  private static Optional<RejectionReason> rejection(String payload) {
    String token = TestWebhookSigner.token(TOKEN, HS256, payload);
    return TestingDelivery.rejection(TestingDelivery.verify("{\"data\":\"" + token + "\"}"));
  }
}
