package dev.rampline.alarm;

import dev.rampline.adapter.telemetry.LoggedKeySource;
import dev.rampline.failure.CallFailure;
import dev.rampline.function.RotationDependencies;
import dev.rampline.function.rotation.RotationHandler;
import dev.rampline.rotation.InMemoryKeyRingStore;
import dev.rampline.rotation.Rotation;
import dev.rampline.rotation.RotationPolicy;
import dev.rampline.rotation.TokenProvider.Reply;
import dev.rampline.testkit.alarm.RecordedMetrics;
import dev.rampline.testkit.aws.GatewayEvents;
import dev.rampline.verification.CachedKeyRing;
import dev.rampline.verification.KeySource;
import dev.rampline.verification.KeysDocument;
import dev.rampline.verification.KeysUnavailableException;
import dev.rampline.verification.Secret;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Random;
import java.util.function.Supplier;

/** Failures that concern the key ring. */
final class KeyIncidents {
  private static final InstantSource CLOCK = InstantSource.system();
  private static final RotationPolicy POLICY =
      new RotationPolicy(
          Duration.ofMinutes(30), Duration.ofDays(7), Duration.ofDays(1), Duration.ofHours(1));

  private KeyIncidents() {}

  static Map<String, Incident> byAlarm() {
    return Map.of(
        "KeyLoadFailuresAlarm", metrics -> readKeys(metrics, KeyIncidents::unreachable),
        "KeyExpiryAlarm", metrics -> readKeys(metrics, KeyIncidents::expiringTomorrow),
        "TokenNotRenewedAlarm",
            metrics -> rotate(metrics, () -> new Reply.Unavailable(CallFailure.ofStatus(503))),
        "RotationFaultsAlarm", metrics -> rotate(metrics, KeyIncidents::failWithABug),
        "RotationSilentAlarm", metrics -> {});
  }

  static Incident normalOperation() {
    return metrics -> {
      readKeys(metrics, () -> KeysDocument.parseAcceptingSamples(AlarmWebhookFixture.sampleKeys()));
      Instant expiry = CLOCK.instant().plus(Duration.ofHours(4));
      rotate(metrics, () -> new Reply.Issued(new Secret("a-token-of-16-bytes", null), expiry));
    };
  }

  private static void readKeys(RecordedMetrics metrics, KeySource source) {
    KeySource logged = new LoggedKeySource("webhook", source, Incident.log(metrics), CLOCK);
    new AlarmWebhookFixture(metrics)
        .withKeyRing(new CachedKeyRing(logged, CLOCK))
        .receive(GatewayEvents.post("{}"));
  }

  private static KeysDocument unreachable() {
    throw new KeysUnavailableException("Simulated failure", new SocketTimeoutException());
  }

  private static KeysDocument expiringTomorrow() {
    Instant tomorrow = CLOCK.instant().plus(Duration.ofDays(1));
    return KeysDocument.parse(
        """
        {"accessTokens": [{"value": "a-token-of-32-bytes-or-even-more", "notAfter": "%s"}]}"""
            .formatted(tomorrow));
  }

  private static Reply failWithABug() {
    throw new IllegalStateException("Bug");
  }

  private static void rotate(RecordedMetrics metrics, Supplier<Reply> reply) {
    Rotation rotation =
        new Rotation(
            new InMemoryKeyRingStore("{}"),
            () -> KeysDocument.parseAllowingEmpty("{\"apiKey\":\"key\",\"apiSecret\":\"secret\"}"),
            (key, secret, deadline) -> reply.get(),
            POLICY,
            CLOCK,
            new Random(1),
            pause -> {});
    new RotationHandler(new RotationDependencies(rotation, Incident.log(metrics), CLOCK))
        .handleRequest(null, null);
  }
}
