package dev.rampline.verification;

import static dev.rampline.verification.TestingProvider.HS256;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Whatever is logged by mistake, neither a key nor a stranger's text stands in it. */
class NothingPrintsTest {
  private static final String CANARY = "canary-canary-canary";
  private static final Secret SECRET = new Secret(CANARY, null);
  private static final Keys KEYS = new Keys(List.of(SECRET), List.of(SECRET), SECRET, SECRET);

  @Test
  void keys_inWhateverHoldsThem_doNotPrint() {
    Stream.of(
            SECRET,
            KEYS,
            new KeysDocument(KEYS, List.of()),
            KeyRing.fixed(KEYS),
            new CachedKeyRing(() -> new KeysDocument(KEYS, List.of()), InstantSource.system()),
            new RingKey(0, SECRET),
            KeyReading.NONE.after(() -> new KeysDocument(KEYS, List.of()), TestingDelivery.NOW))
        .forEach(holder -> assertThat(holder.toString()).doesNotContain("canary"));
  }

  @Test
  void claims_thatWereVerified_doNotPrint() {
    String token = TestingProvider.token(CANARY, HS256, "{\"walletAddress\":\"" + CANARY + "\"}");
    Verification verification = new TestingDelivery(token, CANARY).to(KEYS);
    assertThat(verification).hasToString("Verified[JWT, key 0]");
  }

  @Test
  void refusals_ofEveryKind_holdNothingOfTheInput() {
    String malformed = TestingProvider.token(CANARY, HS256, CANARY);
    Stream.of(CANARY, "{\"data\":\"canary\"}", "canary.canary.canary", malformed, "[\"canary\"]")
        .map(body -> new TestingDelivery(body, CANARY).to(KEYS))
        .forEach(refusal -> assertThat(refusal.toString()).doesNotContain("canary"));
  }

  @Test
  void reasons_eachNameAVerdictAndOnlyOneIsTooLarge() {
    assertThat(Reason.values()).extracting(Reason::verdict).doesNotContainNull();
    assertThat(
            Arrays.stream(Reason.values())
                .filter(reason -> reason.verdict() == Reason.Verdict.TOO_LARGE))
        .containsExactly(Reason.TOO_LARGE);
  }
}
