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

/** Transport C: plain JSON is worth what its signature header is worth. */
class HmacPayloadTest {
  private static final String BODY =
      "{\"eventName\":\"ORDER_CREATED\", \"data\":{\"id\":\"order-1\",\"note\":\"\u00e9\"}}\n";
  private static final String RIGHT = signature(SECRET, BODY);

  @Test
  void signature_ofTheRawBytes_isAcceptedInEitherCaseAndWithItsPrefix() {
    for (String header : new String[] {RIGHT, RIGHT.toUpperCase(Locale.ROOT), "sha256=" + RIGHT}) {
      assertThat(verify(BODY, header)).isInstanceOf(Verified.class);
    }
  }

  @Test
  void signature_thatIsMissing_isRefused() {
    assertThat(refusal(BODY, null)).hasValue(RejectionReason.SIGNATURE_HEADER_MISSING);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "null", "sha256=", "0", "e3b0c442"})
  void signature_thatIsNone_isRefused(String header) {
    assertThat(refusal(BODY, header)).hasValue(RejectionReason.SIGNATURE_HEADER_WRONG);
  }

  @Test
  void signature_underAnotherKey_isRefused() {
    for (String key : new String[] {TOKEN, "0", "a webhook secret.", "0000000000000000" + SECRET}) {
      assertThat(refusal(BODY, signature(key, BODY)))
          .hasValue(RejectionReason.SIGNATURE_HEADER_WRONG);
    }
  }

  @Test
  void body_thatMeansTheSameInOtherBytes_isRefused() {
    for (String other :
        new String[] {BODY.strip(), " " + BODY, BODY.replace("\u00e9", "\\u00e9")}) {
      assertThat(refusal(other, RIGHT)).hasValue(RejectionReason.SIGNATURE_HEADER_WRONG);
    }
  }

  @Test
  void token_thatDoesNotHold_isNotSavedByASignatureOfTheBody() {
    String body = "{\"eventName\":\"ORDER_CREATED\",\"data\":\"a.b.c\"}";
    assertThat(refusal(body, signature(SECRET, body)))
        .hasValue(RejectionReason.TOKEN_NOT_CANONICAL);
  }

  private static Optional<RejectionReason> refusal(String body, @Nullable String header) {
    return TestingDelivery.refusal(verify(body, header));
  }

  private static Verification verify(String body, @Nullable String header) {
    return new TestingDelivery(body, header).to(TestingDelivery.KEYS);
  }

  private static String signature(String key, String body) {
    return TestWebhookSigner.hmacHex(key, body.getBytes(StandardCharsets.UTF_8));
  }
}
