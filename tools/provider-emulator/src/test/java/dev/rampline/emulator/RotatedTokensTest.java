package dev.rampline.emulator;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rampline.adapter.ozzobit.OzzobitTokenProvider;
import dev.rampline.adapter.ozzobit.ProviderApi;
import dev.rampline.decoding.Vocabulary;
import dev.rampline.rotation.KeyRingStore;
import dev.rampline.rotation.Rotation;
import dev.rampline.rotation.RotationPolicy;
import dev.rampline.rotation.RotationResult.Renewed;
import dev.rampline.rotation.StoredKeyRing;
import dev.rampline.time.Deadline;
import dev.rampline.time.Sleeper;
import dev.rampline.verification.CachedKeyRing;
import dev.rampline.verification.KeysDocument;
import dev.rampline.verification.Secret;
import dev.rampline.verification.Verification;
import dev.rampline.verification.Verification.Rejected;
import dev.rampline.verification.Verification.Verified;
import dev.rampline.verification.WebhookVerifier;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/**
 * Verifies webhooks with tokens from the provider's token endpoint, before and after a rotation.
 */
class RotatedTokensTest {
  private static final Duration LIFETIME = Duration.ofHours(4);
  private static final RotationPolicy POLICY =
      new RotationPolicy(
          Duration.ofMinutes(30), Duration.ofDays(7), Duration.ofDays(1), Duration.ofHours(1));

  private Instant now = Instant.parse("2026-03-01T12:00:00Z");
  private final InstantSource clock = () -> now;
  private final Random random = new Random(1);
  private final ProviderServer server =
      ProviderServer.start(
          0,
          new ApiAccess(
              "long-lived",
              new TokenIssuer(new ApiCredentials("key", "secret"), LIFETIME, clock, random)),
          new ProviderState(clock),
          new ApiFaultInjector(FaultRates.NONE, 1));
  private final ProviderApi api =
      new ProviderApi(server.baseUrl(), clock, random, Sleeper.system());
  private final OneDocument store = new OneDocument("{}");
  private final CachedKeyRing ring = new CachedKeyRing(() -> KeysDocument.parse(store.text), clock);

  @AfterEach
  void close() {
    api.close();
    server.close();
  }

  @Test
  void webhook_signedWithTheOldOrNewToken_isVerified() {
    String first = rotate();
    assertThat(verify(first)).isInstanceOf(Verified.class);

    now = now.plus(LIFETIME).minus(POLICY.renewBefore());
    String second = rotate();

    assertThat(ring.keys().accessTokens()).extracting(Secret::text).containsExactly(second, first);
    assertThat(key(verify(second))).isZero();
    assertThat(key(verify(first))).isOne();
  }

  @Test
  void webhook_signedWithAFreshToken_isVerifiedAfterOneRefresh() {
    rotate();
    ring.keys();
    now = now.plus(LIFETIME).minus(POLICY.renewBefore());
    ring.keys();
    now = now.plusSeconds(10);
    String second = rotate();

    assertThat(verify(second)).isInstanceOf(Rejected.class);
    assertThat(ring.refresh()).isPresent();
    assertThat(verify(second)).isInstanceOf(Verified.class);
  }

  @Test
  void webhook_signedWithATokenReplacedADayAgo_isRejected() {
    String first = rotate();
    now = now.plus(LIFETIME);
    rotate();

    now = now.plus(POLICY.retention());
    assertThat(verify(first)).isInstanceOf(Verified.class);
    now = now.plusMillis(1);
    assertThat(verify(first)).isInstanceOf(Rejected.class);
  }

  private String rotate() {
    Rotation rotation =
        new Rotation(
            store,
            () -> KeysDocument.parseAllowingEmpty("{\"apiKey\":\"key\",\"apiSecret\":\"secret\"}"),
            new OzzobitTokenProvider(api),
            POLICY,
            clock,
            random,
            Sleeper.system());
    assertThat(rotation.rotate(Deadline.after(Duration.ofSeconds(55), clock)))
        .isEqualTo(new Renewed(now.plus(LIFETIME)));
    return KeysDocument.parse(store.text).keys().accessTokens().getFirst().text();
  }

  private Verification verify(String token) {
    String payload = "{\"eventName\":\"ORDER_COMPLETED\",\"orderId\":\"order-1\"}";
    SignedBody signed =
        new Signer(new ProviderKeys(token, null)).sign(WebhookTransport.JWT, payload, random);
    return new WebhookVerifier(Vocabulary.DOCUMENTED.webhookFormat(), Duration.ofMinutes(5), clock)
        .verify(signed.body().getBytes(UTF_8), null, ring.keys());
  }

  private static int key(Verification verification) {
    return ((Verified) verification).key();
  }

  /** A secret without versions; the test has no concurrent writers. */
  private static final class OneDocument implements KeyRingStore {
    private String text;

    OneDocument(String text) {
      this.text = text;
    }

    @Override
    public StoredKeyRing read(Deadline deadline) {
      return new StoredKeyRing("1", text);
    }

    @Override
    public Replacement replace(StoredKeyRing seen, String next, Deadline deadline) {
      text = next;
      return Replacement.WRITTEN;
    }
  }
}
