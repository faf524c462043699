package dev.rampline.verification;

import static dev.rampline.verification.TestWebhookSigner.HS256;
import static dev.rampline.verification.TestingDelivery.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rampline.verification.Verification.Verified;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Tests which key of the ring verifies a body. */
class KeyChoiceTest {
  private static final byte[] PAYLOAD =
      "{\"eventName\":\"ORDER_CREATED\"}".getBytes(StandardCharsets.UTF_8);

  /** The current key, one that expires now, and one that has just expired. */
  private static final List<Secret> TOKENS = ring("token");

  private static final List<Secret> SECRETS = ring("webhook-secret");

  private static final Keys KEYS =
      new Keys(TOKENS, SECRETS, new Secret("public-api-key", null), new Secret("api-secret", null));

  @Test
  void tokenWithAnyUnexpiredKey_isVerified_andReportsTheKey() {
    assertVerified(token(TOKENS.get(0).text()), Transport.JWT, 0);
    assertVerified(token(TOKENS.get(1).text()), Transport.JWT, 1);
    assertNoKeyFits(token(TOKENS.get(2).text()));
  }

  @Test
  void tokenWithoutAnUnexpiredKey_hasNoKeyForItsTransport() {
    Keys over = new Keys(List.of(TOKENS.getLast()), SECRETS, null, null);

    assertThat(
            TestingDelivery.rejection(
                new TestingDelivery(token(TOKENS.getLast().text()), null).to(over)))
        .hasValue(RejectionReason.NO_KEY_FOR_TRANSPORT);
  }

  @Test
  void envelopeWithAnyUnexpiredKey_isVerified_andReportsTheKey() {
    assertVerified(envelope(SECRETS.get(0).text()), Transport.AES, 0);
    assertVerified(envelope(SECRETS.get(1).text()), Transport.AES, 1);
    assertNoKeyFits(envelope(SECRETS.get(2).text()));
  }

  @Test
  void plainJsonWithAnyUnexpiredKey_isVerified_andReportsTheKey() {
    assertThat(signed(0)).isInstanceOf(Verified.class).extracting("key").isEqualTo(0);
    assertThat(signed(1)).isInstanceOf(Verified.class).extracting("key").isEqualTo(1);
    assertThat(TestingDelivery.rejection(signed(2)))
        .hasValue(RejectionReason.SIGNATURE_HEADER_WRONG);
  }

  @Test
  void tokenWithAKeyOfAnotherPurpose_isRejected() {
    for (String key : List.of("public-api-key", "api-secret", SECRETS.getFirst().text(), "0")) {
      assertNoKeyFits(token(key));
    }
  }

  @Test
  void envelopeWithAKeyOfAnotherPurpose_isRejected() {
    for (String key : List.of("public-api-key", "api-secret", TOKENS.getFirst().text(), "0")) {
      assertNoKeyFits(envelope(key));
    }
  }

  @Test
  void largeKeyRing_isTriedCompletely() {
    List<Secret> many =
        IntStream.range(0, 20)
            .mapToObj(i -> new Secret("earlier-access-token-" + i, null))
            .toList();
    Keys keys = new Keys(many, List.of(), null, null);
    assertThat(new TestingDelivery(token(many.getLast().text()), null).to(keys))
        .isInstanceOf(Verified.class)
        .extracting("key")
        .isEqualTo(19);
  }

  private static List<Secret> ring(String name) {
    return List.of(
        new Secret("current-" + name, null),
        new Secret("earlier-" + name, NOW),
        new Secret("expired-" + name, NOW.minusNanos(1)));
  }

  private static Verification signed(int key) {
    String signature = TestWebhookSigner.hmacHex(SECRETS.get(key).text(), PAYLOAD);
    return TestingDelivery.verify(PAYLOAD, signature, KEYS);
  }

  private static void assertVerified(String body, Transport transport, int key) {
    Verification verification = new TestingDelivery(body, null).to(KEYS);
    assertThat(verification).isInstanceOf(Verified.class);
    assertThat(verification).extracting("transport", "key").containsExactly(transport, key);
  }

  private static void assertNoKeyFits(String body) {
    assertThat(TestingDelivery.rejection(new TestingDelivery(body, null).to(KEYS)))
        .hasValue(RejectionReason.NO_KEY_FITS);
  }

  private static String token(String key) {
    return "\"" + TestWebhookSigner.token(key, HS256, PAYLOAD) + "\"";
  }

  private static String envelope(String secret) {
    return "\""
        + Base64.getEncoder().encodeToString(TestWebhookSigner.encrypt(secret, PAYLOAD))
        + "\"";
  }
}
