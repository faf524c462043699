package dev.rampline.verification;

import static dev.rampline.verification.TestingDelivery.SECRET;
import static dev.rampline.verification.TestingDelivery.TOKEN;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rampline.verification.Verification.Verified;
import java.nio.charset.StandardCharsets;
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
