package dev.rampline.verification;

import static dev.rampline.verification.TestWebhookSigner.HS256;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Logged objects contain neither keys nor untrusted input. */
class SecretsNotPrintedTest {
  private static final String CANARY = "canary-canary-canary";
  private static final Secret SECRET = new Secret(CANARY, null);
  private static final Keys KEYS = new Keys(List.of(SECRET), List.of(SECRET), SECRET, SECRET);

  @Test
  void objectsWithKeys_doNotPrintThem() {
    Stream.of(
            SECRET,
            KEYS,
            new KeysDocument(KEYS, List.of()),
            KeyRing.fixed(KEYS),
            new CachedKeyRing(() -> new KeysDocument(KEYS, List.of()), InstantSource.system()),
            new RingKey(0, SECRET),
            CachedKeys.NONE.readFrom(() -> new KeysDocument(KEYS, List.of()), TestingDelivery.NOW))
        .forEach(holder -> assertThat(holder.toString()).doesNotContain("canary"));
  }

  @Test
  void verifiedPayload_isNotPrinted() {
    String token = TestWebhookSigner.token(CANARY, HS256, "{\"walletAddress\":\"" + CANARY + "\"}");
    Verification verification = new TestingDelivery(token, CANARY).to(KEYS);
    assertThat(verification).hasToString("Verified[JWT, key 0]");
  }

  @Test
  void rejections_containNothingOfTheInput() {
    String malformed = TestWebhookSigner.token(CANARY, HS256, CANARY);
    Stream.of(CANARY, "{\"data\":\"canary\"}", "canary.canary.canary", malformed, "[\"canary\"]")
        .map(body -> new TestingDelivery(body, CANARY).to(KEYS))
        .forEach(rejection -> assertThat(rejection.toString()).doesNotContain("canary"));
  }

  @Test
  void reasons_haveACategory_andOnlyOneIsTooLarge() {
    assertThat(RejectionReason.values()).extracting(RejectionReason::category).doesNotContainNull();
    assertThat(
            Arrays.stream(RejectionReason.values())
                .filter(reason -> reason.category() == RejectionReason.Category.TOO_LARGE))
        .containsExactly(RejectionReason.TOO_LARGE);
  }
}
