package dev.rampline.verification;

import static dev.rampline.verification.TestWebhookSigner.HS256;
import static dev.rampline.verification.TestingDelivery.TOKEN;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Encodings that are rejected although the MAC is valid (RFC 7515, section 2). */
class HostileTokenTest {
  private static final String PAYLOAD = "{\"eventName\":\"ORDER_COMPLETED\"}";

  /** The MAC covers this text, so only the encoding is wrong. */
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
  void partThatIsNotCanonicalBase64Url_isRejected(String token) {
    assertRejected(token, RejectionReason.TOKEN_NOT_CANONICAL);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"bnVsbA.e30.AAAA", "..", ".e30.", "eyJhbGciOiJub25lIn0.e30.", "a.b.c", "1.2.3"})
  void signatureOfAnotherLength_isRejected(String token) {
    assertRejected(token, RejectionReason.TOKEN_NOT_CANONICAL);
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 20, 31})
  void truncatedSignature_isRejected(int bytes) {
    String parts = TestWebhookSigner.base64Url(HS256.getBytes(StandardCharsets.UTF_8)) + ".e30";
    byte[] mac =
        TestWebhookSigner.hmac("HmacSHA256", TOKEN, parts.getBytes(StandardCharsets.UTF_8));
    String cut = TestWebhookSigner.base64Url(Arrays.copyOf(mac, bytes));
    assertRejected(parts + "." + cut, RejectionReason.TOKEN_NOT_CANONICAL);
  }

  @Test
  void signatureOfALongerHash_isRejected() {
    String parts = TestWebhookSigner.base64Url(HS256.getBytes(StandardCharsets.UTF_8)) + ".e30";
    byte[] mac =
        TestWebhookSigner.hmac("HmacSHA512", TOKEN, parts.getBytes(StandardCharsets.UTF_8));
    assertRejected(
        parts + "." + TestWebhookSigner.base64Url(mac), RejectionReason.TOKEN_NOT_CANONICAL);
  }

  /**
   * The last character of 32 encoded bytes has two unused bits, so java-jwt accepts four variants.
   */
  @Test
  void token_isAcceptedInOneOfFiveEncodingsOnly() {
    String token = TestWebhookSigner.token(TOKEN, HS256, PAYLOAD);
    String alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
    String stem = token.substring(0, token.length() - 1);
    int last = alphabet.indexOf(token.charAt(token.length() - 1));

    assertThat(TestingDelivery.verify(token)).isInstanceOf(Verification.Verified.class);
    for (int stray = 1; stray < 4; stray++) {
      assertRejected(stem + alphabet.charAt(last + stray), RejectionReason.TOKEN_NOT_CANONICAL);
    }
    assertRejected(token + "=", RejectionReason.TOKEN_NOT_CANONICAL);
  }

  /** A header that is accepted without being read is one that would be accepted if it were. */
  @Test
  void usualHeader_hasTheAlgorithmAndNoExtension() {
    for (String usual : SignedJwt.USUAL_HEADERS) {
      String header = new String(Base64.getUrlDecoder().decode(usual), StandardCharsets.UTF_8);
      assertThat(TestWebhookSigner.base64Url(header.getBytes(StandardCharsets.UTF_8)))
          .isEqualTo(usual);
      assertThat(TestingDelivery.verify(TestWebhookSigner.token(TOKEN, header, PAYLOAD)))
          .isInstanceOf(Verification.Verified.class)
          .isEqualTo(TestingDelivery.verify(TestWebhookSigner.token(TOKEN, header + " ", PAYLOAD)));
      assertRejected(
          TestWebhookSigner.token("another key", header, PAYLOAD), RejectionReason.NO_KEY_FITS);
    }
  }

  @Test
  void textOfTwoOrFourParts_isNoToken() {
    String token = TestWebhookSigner.token(TOKEN, HS256, PAYLOAD);
    assertRejected(
        token.substring(0, token.lastIndexOf('.')), RejectionReason.MESSAGE_OF_NO_TRANSPORT);
    assertRejected(token + ".e30", RejectionReason.MESSAGE_OF_NO_TRANSPORT);
    assertRejected(token + ".", RejectionReason.MESSAGE_OF_NO_TRANSPORT);
  }

  private static void assertRejected(String token, RejectionReason reason) {
    String body = "{\"data\":" + TestingDelivery.quoted(token) + "}";
    assertThat(TestingDelivery.rejection(TestingDelivery.verify(body))).hasValue(reason);
  }
}
