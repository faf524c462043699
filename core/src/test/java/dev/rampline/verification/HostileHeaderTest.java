package dev.rampline.verification;

import static dev.rampline.verification.TestingDelivery.TOKEN;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Headers that are rejected although the MAC is valid (RFC 7515, RFC 8725). */
class HostileHeaderTest {
  private static final String PAYLOAD = "{\"eventName\":\"ORDER_COMPLETED\"}";

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "{\"alg\":\"none\"}",
        "{\"alg\":\"None\"}",
        "{\"alg\":\"hs256\"}",
        "{\"alg\":\"HS256 \"}",
        "{\"alg\":\"HS384\"}",
        "{\"alg\":\"HS512\"}",
        "{\"alg\":\"RS256\"}",
        "{\"alg\":\"ES256\"}",
        "{\"alg\":\"PS256\"}",
        "{\"alg\":\"\"}",
        "{\"alg\":null}",
        "{\"alg\":256}",
        "{\"alg\":[\"HS256\"]}",
        "{\"alg\":{\"name\":\"HS256\"}}",
        "{\"Alg\":\"HS256\"}"
      })
  void algorithmOtherThanHs256_isRejected(String header) {
    assertRejected(
        TestWebhookSigner.token(TOKEN, header, PAYLOAD), RejectionReason.TOKEN_ALGORITHM);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"alg\":\"HS256\",\"crit\":[\"exp\"]}",
        "{\"alg\":\"HS256\",\"crit\":[]}",
        "{\"alg\":\"HS256\",\"crit\":null}",
        "{\"alg\":\"HS256\",\"b64\":false}",
        "{\"alg\":\"HS256\",\"b64\":true}",
        "{\"alg\":\"HS256\",\"zip\":\"DEF\"}"
      })
  void headerThatChangesTheMeaningOfTheSignature_isRejected(String header) {
    assertRejected(
        TestWebhookSigner.token(TOKEN, header, PAYLOAD), RejectionReason.TOKEN_EXTENSION);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "null",
        "[]",
        "\"HS256\"",
        "{\"alg\":\"HS256\",\"alg\":\"HS256\"}",
        "{\"alg\":\"none\",\"alg\":\"HS256\"}",
        "{\"alg\":\"HS256\",\"\\u0061lg\":\"none\"}",
        "{\"alg\":\"HS256\"}{}",
        "{\"alg\":\"HS256\"},",
        "{\"alg\":\"HS256\",}",
        "{\"alg\":\"HS256\"}\u0000",
        "\uFEFF{\"alg\":\"HS256\"}",
        "{\"alg\":\"HS256\" /* */}",
        "{'alg':'HS256'}",
        "{\"alg\":\"HS256\",\"x\":[[[[[[[[[[[[[[[[]]]]]]]]]]]]]]]]}"
      })
  void headerThatIsNoStrictObject_isRejected(String header) {
    assertRejected(
        TestWebhookSigner.token(TOKEN, header, PAYLOAD),
        RejectionReason.TOKEN_HEADER_NOT_AN_OBJECT);
  }

  @Test
  void headerOfInvalidUtf8_isRejected() {
    byte[] header = "{\"alg\":\"HS256\",\"kid\":\"\u00ff\"}".getBytes(StandardCharsets.ISO_8859_1);
    String parts = TestWebhookSigner.base64Url(header) + ".e30";
    assertRejected(
        TestWebhookSigner.sign(TOKEN, parts), RejectionReason.TOKEN_HEADER_NOT_AN_OBJECT);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"alg\":\"HS256\",\"kid\":\"../../etc/passwd\"}",
        "{\"alg\":\"HS256\",\"kid\":[1]}",
        "{\"alg\":\"HS256\",\"jku\":\"http://127.0.0.1:1/\"}",
        "{\"alg\":\"HS256\",\"x5u\":\"http://127.0.0.1:1/\"}",
        "{\"alg\":\"HS256\",\"jwk\":{\"kty\":\"oct\",\"k\":\"AAAA\"}}",
        "{\"typ\":null,\"alg\":\"HS256\"}",
        "{\"typ\":\"at+jwt\",\"cty\":7,\"alg\":\"HS256\"}",
        " {\t\"alg\" :\r\n\"\\u0048S256\" } "
      })
  void headerWithIgnoredMembers_isVerified(String header) {
    assertThat(TestingDelivery.verify(TestWebhookSigner.token(TOKEN, header, PAYLOAD)))
        .isInstanceOf(Verification.Verified.class);
  }

  private static void assertRejected(String token, RejectionReason reason) {
    String body = "{\"data\":" + TestingDelivery.quoted(token) + "}";
    assertThat(TestingDelivery.rejection(TestingDelivery.verify(body))).hasValue(reason);
  }
}
