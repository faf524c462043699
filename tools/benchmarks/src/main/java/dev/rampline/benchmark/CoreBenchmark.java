package dev.rampline.benchmark;

import com.auth0.jwt.JWT;
import com.auth0.jwt.JWTVerifier;
import com.auth0.jwt.algorithms.Algorithm;
import com.auth0.jwt.interfaces.DecodedJWT;
import dev.rampline.decoding.DecodingResult.WithEvent;
import dev.rampline.decoding.Vocabulary;
import dev.rampline.decoding.WebhookDecoder;
import dev.rampline.event.EventMetadata;
import dev.rampline.event.VerifiedEvent;
import dev.rampline.ledger.Entry;
import dev.rampline.lifecycle.Decision;
import dev.rampline.lifecycle.Lifecycle;
import dev.rampline.lifecycle.LookupScope;
import dev.rampline.verification.Keys;
import dev.rampline.verification.Secret;
import dev.rampline.verification.Verification;
import dev.rampline.verification.Verification.Rejected;
import dev.rampline.verification.Verification.Verified;
import dev.rampline.verification.WebhookVerifier;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/**
 * Verifies, decodes and decides on webhooks, as the webhook function does between its calls. The
 * baseline is java-jwt's own verification of the same token.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class CoreBenchmark {
  private static final Instant NOW = Instant.parse("2024-01-15T10:32:16Z");
  private static final List<Secret> ACCESS_TOKENS =
      List.of(new Secret(BenchmarkDelivery.ACCESS_TOKEN, null));
  private static final List<Secret> WEBHOOK_SECRETS =
      List.of(new Secret(BenchmarkDelivery.WEBHOOK_SECRET, null));

  private final Keys keys = new Keys(ACCESS_TOKENS, WEBHOOK_SECRETS, null, null);
  private final WebhookVerifier verifier =
      new WebhookVerifier(
          Vocabulary.DOCUMENTED.webhookFormat(), Duration.ofMinutes(5), InstantSource.fixed(NOW));
  private final WebhookDecoder decoder = new WebhookDecoder(Vocabulary.DOCUMENTED, Set.of());
  private final JWTVerifier javaJwt =
      JWT.require(Algorithm.HMAC256(BenchmarkDelivery.ACCESS_TOKEN)).build();

  private final BenchmarkDelivery created = BenchmarkDelivery.jwt(BenchmarkPayload.orderCreated());
  private final BenchmarkDelivery completed =
      BenchmarkDelivery.jwt(BenchmarkPayload.orderCompleted());
  private final BenchmarkDelivery flat = BenchmarkDelivery.jwt(BenchmarkPayload.orderProcessing());
  private final BenchmarkDelivery aes = BenchmarkDelivery.aes(BenchmarkPayload.orderCompleted());
  private final BenchmarkDelivery hmac = BenchmarkDelivery.hmac(BenchmarkPayload.orderCompleted());
  private final BenchmarkDelivery forged =
      BenchmarkDelivery.forgedJwt(BenchmarkPayload.orderCompleted());
  private final BenchmarkDelivery largest = BenchmarkDelivery.jwt(BenchmarkPayload.largest());
  private final BenchmarkDelivery largestForged =
      BenchmarkDelivery.forgedJwt(BenchmarkPayload.largest());

  private final Entry record = decide(created, null).nextRecord().orElseThrow();
  private final Entry completedRecord = decide(completed, record).nextRecord().orElseThrow();

  /** The baseline of a new order: java-jwt verifies the same token. */
  @Benchmark
  public DecodedJWT newOrderJavaJwt() {
    return javaJwt.verify(created.message());
  }

  /** The first event of an order. */
  @Benchmark
  public Decision newOrder() {
    return decide(created, null);
  }

  /** The baseline of a next event. */
  @Benchmark
  public DecodedJWT nextEventJavaJwt() {
    return javaJwt.verify(completed.message());
  }

  /** The next event of an order. */
  @Benchmark
  public Decision nextEvent() {
    return decide(completed, record);
  }

  /** The next event of an order once more. */
  @Benchmark
  public Decision nextEventDuplicate() {
    return decide(completed, completedRecord);
  }

  /** The next event of an order, encrypted. */
  @Benchmark
  public Decision nextEventAes() {
    return decide(aes, record);
  }

  /** The next event of an order, as plain JSON with a signature header. */
  @Benchmark
  public Decision nextEventHmac() {
    return decide(hmac, record);
  }

  /** The baseline of a flat payload. */
  @Benchmark
  public DecodedJWT flatEventJavaJwt() {
    return javaJwt.verify(flat.message());
  }

  /** The next event of an order, in a flat payload. */
  @Benchmark
  public Decision flatEvent() {
    return decide(flat, record);
  }

  /** The next event with a wrong signature. */
  @Benchmark
  public Rejected nextEventForged() {
    return (Rejected) verify(forged);
  }

  /** The baseline of the largest body. */
  @Benchmark
  public DecodedJWT largestJavaJwt() {
    return javaJwt.verify(largest.message());
  }

  /** The next event of an order, in the largest body. */
  @Benchmark
  public Decision largest() {
    return decide(largest, record);
  }

  /** The largest body with a wrong signature. */
  @Benchmark
  public Rejected largestForged() {
    return (Rejected) verify(largestForged);
  }

  private Decision decide(BenchmarkDelivery delivery, @Nullable Entry entry) {
    Verified verified = (Verified) verify(delivery);
    return Lifecycle.decide(entry, decode(verified), LookupScope.CONFIRM);
  }

  private VerifiedEvent decode(Verified verified) {
    EventMetadata metadata = EventMetadata.ofWebhook(NOW, null);
    return ((WithEvent) decoder.decode(verified.claims(), metadata)).event();
  }

  private Verification verify(BenchmarkDelivery delivery) {
    return verifier.verify(delivery.body(), delivery.signatureHeader(), keys);
  }
}
