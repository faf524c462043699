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

/** What an authentic token may say, and until when: RFC 7519 section 4.1. */
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
  void payload_thatIsNoStrictObject_isMalformed(String payload) {
    assertThat(refusal(payload)).hasValue(RejectionReason.CONTENT_NOT_AN_OBJECT);
  }

  @Test
  void payload_ofInvalidUtf8_isMalformed() {
    byte[] payload = "{\"name\":\"Jos\u00e9\"}".getBytes(StandardCharsets.ISO_8859_1);
    String body = "{\"data\":\"" + TestWebhookSigner.token(TOKEN, HS256, payload) + "\"}";
    assertThat(TestingDelivery.refusal(TestingDelivery.verify(body)))
        .hasValue(RejectionReason.CONTENT_NOT_AN_OBJECT);
  }

  @Test
  void payload_nested16Deep_isVerifiedAnd17DeepIsMalformed() {
    assertThat(refusal("{\"a\":" + "[".repeat(15) + "]".repeat(15) + "}")).isEmpty();
    assertThat(refusal("{\"a\":" + "[".repeat(16) + "]".repeat(16) + "}"))
        .hasValue(RejectionReason.CONTENT_NOT_AN_OBJECT);
  }

  @ParameterizedTest
  @ValueSource(strings = {"null", "\"1900000000\"", "\"\"", "true", "[1900000000]", "{}"})
  void time_thatIsNoNumber_isRefused(String value) {
    assertThat(refusal("{\"exp\":" + value + "}"))
        .hasValue(RejectionReason.TOKEN_TIME_NOT_A_NUMBER);
    assertThat(refusal("{\"nbf\":" + value + "}"))
        .hasValue(RejectionReason.TOKEN_TIME_NOT_A_NUMBER);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"null", "\"yesterday\"", "-1", "1e99999999999", "99999999999", "[]", "{}", "true"})
  void issuedAt_ofWhateverKind_isIgnored(String value) {
    assertThat(refusal("{\"iat\":" + value + ",\"iss\":7,\"aud\":null,\"jti\":[]}")).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"-300,true", "-299.999999999,false", "-299,false", "0,false", "-301,true"})
  void expiry_withinTheLeeway_stillHolds(String offset, boolean isRefused) {
    assertThat(refusal("{\"exp\":" + secondsFromNow(offset) + "}"))
        .isEqualTo(isRefused ? Optional.of(RejectionReason.TOKEN_EXPIRED) : Optional.empty());
  }

  @ParameterizedTest
  @CsvSource({"300,false", "300.000000001,true", "301,true", "0,false"})
  void start_withinTheLeeway_alreadyHolds(String offset, boolean isRefused) {
    assertThat(refusal("{\"nbf\":" + secondsFromNow(offset) + "}"))
        .isEqualTo(isRefused ? Optional.of(RejectionReason.TOKEN_NOT_YET_VALID) : Optional.empty());
  }

  @ParameterizedTest
  @ValueSource(strings = {"1e30", "1e00000000000000000012", "99999999999.5"})
  void time_inTheFarFuture_neverComesAndNeverEnds(String literal) {
    assertThat(refusal("{\"exp\":" + literal + "}")).isEmpty();
    assertThat(refusal("{\"nbf\":" + literal + "}")).hasValue(RejectionReason.TOKEN_NOT_YET_VALID);
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "-0", "-0.0e0", "-1", "1e-30", "-1e30", "17e7"})
  void time_longAgo_isOver(String literal) {
    assertThat(refusal("{\"exp\":" + literal + "}")).hasValue(RejectionReason.TOKEN_EXPIRED);
    assertThat(refusal("{\"nbf\":" + literal + "}")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"1e31", "-1e400", "1e-31", "1e999999999", "1E+99999999999"})
  void time_beyondTheLimitsOfNumbers_isRefused(String literal) {
    assertThat(refusal("{\"exp\":" + literal + "}"))
        .hasValue(RejectionReason.TOKEN_TIME_NOT_A_NUMBER);
    assertThat(refusal("{\"nbf\":" + literal + "}"))
        .hasValue(RejectionReason.TOKEN_TIME_NOT_A_NUMBER);
  }

  @Test
  void time_ofAsManyDigitsAsFit_isRefused() {
    assertThat(refusal("{\"exp\":1" + "0".repeat(45_000) + "}"))
        .hasValue(RejectionReason.TOKEN_TIME_NOT_A_NUMBER);
  }

  private static String secondsFromNow(String offset) {
    return new BigDecimal(offset).add(BigDecimal.valueOf(NOW.getEpochSecond())).toPlainString();
  }

  private static Optional<RejectionReason> refusal(String payload) {
    String token = TestWebhookSigner.token(TOKEN, HS256, payload);
    return TestingDelivery.refusal(TestingDelivery.verify("{\"data\":\"" + token + "\"}"));
  }
}
