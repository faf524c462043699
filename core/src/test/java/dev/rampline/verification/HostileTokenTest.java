package dev.rampline.verification;

import static dev.rampline.verification.TestWebhookSigner.HS256;
import static dev.rampline.verification.TestingDelivery.TOKEN;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** RFC 7515 section 2: encodings that are refused although the MAC holds. */
class HostileTokenTest {
  private static final String PAYLOAD = "{\"eventName\":\"ORDER_COMPLETED\"}";

  /** The MAC is made over the very text, so only the encoding is at fault. */
  static Stream<String> tokensOfAnotherEncoding() {
    String header = TestWebhookSigner.base64Url(HS256.getBytes(StandardCharsets.UTF_8));
    return Stream.of(
            header + ".e30=",
            header + ".e31",
            header + ".e30\n",
            header + ". e30",
            header + ".e3 0",
            header + ".e30%3D",
            header + ".e",
            header + ".eyJhIjoi+/8ifQ",
            header + ".\u0117\u0133\u0130",
            header + "=.e30",
            header + "\t.e30")
        .map(parts -> TestWebhookSigner.sign(TOKEN, parts));
  }

  @ParameterizedTest
  @MethodSource("tokensOfAnotherEncoding")
  void part_thatIsNotCanonicalBase64Url_isRefused(String token) {
    assertRefused(token, RejectionReason.TOKEN_NOT_CANONICAL);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"bnVsbA.e30.AAAA", "..", ".e30.", "eyJhbGciOiJub25lIn0.e30.", "a.b.c", "1.2.3"})
  void signature_ofAnotherLength_isRefused(String token) {
    assertRefused(token, RejectionReason.TOKEN_NOT_CANONICAL);
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 20, 31})
  void signature_thatIsCutShort_isRefused(int bytes) {
    String parts = TestWebhookSigner.base64Url(HS256.getBytes(StandardCharsets.UTF_8)) + ".e30";
    byte[] mac =
        TestWebhookSigner.hmac("HmacSHA256", TOKEN, parts.getBytes(StandardCharsets.UTF_8));
    String cut = TestWebhookSigner.base64Url(Arrays.copyOf(mac, bytes));
    assertRefused(parts + "." + cut, RejectionReason.TOKEN_NOT_CANONICAL);
  }

  @Test
  void signature_ofALongerHash_isRefused() {
    String parts = TestWebhookSigner.base64Url(HS256.getBytes(StandardCharsets.UTF_8)) + ".e30";
    byte[] mac =
        TestWebhookSigner.hmac("HmacSHA512", TOKEN, parts.getBytes(StandardCharsets.UTF_8));
    assertRefused(
        parts + "." + TestWebhookSigner.base64Url(mac), RejectionReason.TOKEN_NOT_CANONICAL);
  }

  /** 32 bytes leave two bits over in the last character, so java-jwt takes four spellings of it. */
  @Test
  void token_inAnyOfItsFiveSpellings_isVerifiedInOneOnly() {
    String token = TestWebhookSigner.token(TOKEN, HS256, PAYLOAD);
    String alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
    String stem = token.substring(0, token.length() - 1);
    int last = alphabet.indexOf(token.charAt(token.length() - 1));

    assertThat(TestingDelivery.verify(token)).isInstanceOf(Verification.Verified.class);
    for (int stray = 1; stray < 4; stray++) {
      assertRefused(stem + alphabet.charAt(last + stray), RejectionReason.TOKEN_NOT_CANONICAL);
    }
    assertRefused(token + "=", RejectionReason.TOKEN_NOT_CANONICAL);
  }

  @Test
  void token_ofTwoOrFourParts_isNoToken() {
    String token = TestWebhookSigner.token(TOKEN, HS256, PAYLOAD);
    assertRefused(
        token.substring(0, token.lastIndexOf('.')), RejectionReason.MESSAGE_OF_NO_TRANSPORT);
    assertRefused(token + ".e30", RejectionReason.MESSAGE_OF_NO_TRANSPORT);
    assertRefused(token + ".", RejectionReason.MESSAGE_OF_NO_TRANSPORT);
  }

  private static void assertRefused(String token, RejectionReason reason) {
    String body = "{\"data\":" + TestingDelivery.quoted(token) + "}";
    assertThat(TestingDelivery.refusal(TestingDelivery.verify(body))).hasValue(reason);
  }
}
