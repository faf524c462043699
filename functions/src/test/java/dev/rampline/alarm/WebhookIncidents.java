package dev.rampline.alarm;

import dev.rampline.function.webhook.SampleToken;
import dev.rampline.function.webhook.WebhookHandler;
import dev.rampline.ingest.InMemoryRetryQueue;
import dev.rampline.ledger.InMemoryLedger;
import dev.rampline.ledger.LedgerUnavailableException;
import dev.rampline.testkit.alarm.MetricSeries;
import dev.rampline.testkit.alarm.RecordedMetrics;
import dev.rampline.testkit.aws.GatewayEvents;
import dev.rampline.verification.KeyRing;
import dev.rampline.verification.KeysDocument;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;

/** Failures that concern the webhook function. */
final class WebhookIncidents {
  private static final String COMPLETED =
      SampleToken.body(
          """
          {"eventName":"ORDER_COMPLETED","data":{"id":"order-1","status":"COMPLETED"}}""");
  private static final String CANCELLED =
      SampleToken.body(
          """
          {"eventName":"ORDER_CANCELLED","data":{"id":"order-1","status":"CANCELLED"}}""");
  private static final String FORGED = "{\"data\":\"eyJhbGciOiJIUzI1NiJ9.e30.AAAA\"}";

  private WebhookIncidents() {}

  static Map<String, Incident> byAlarm() {
    return Map.of(
        "RejectionsAlarm", forgeries(101),
        "SignatureFailuresAlarm", forgeries(6),
        "ServerErrorsAlarm", metrics -> post(withoutStores(metrics), 5, COMPLETED),
        "UnavailableAlarm", metrics -> post(withoutStores(metrics), 1, COMPLETED),
        "RetryQueuedAlarm",
            metrics ->
                post(new AlarmWebhookFixture(metrics).withLedger(unavailable()), 1, COMPLETED),
        "WebhookFaultsAlarm",
            metrics -> post(new AlarmWebhookFixture(metrics).withLedger(broken()), 1, COMPLETED),
        "WebhookErrorsAlarm", WebhookIncidents::startWithoutSettings,
        "SlowAnswersAlarm",
            metrics -> post(new AlarmWebhookFixture(metrics).withClock(slow()), 1, COMPLETED),
        "SendsFailedAlarm",
            metrics ->
                post(
                    new AlarmWebhookFixture(metrics).withPublisher(Incident.FAILING_PUBLISHER),
                    1,
                    COMPLETED),
        "ConflictsAlarm",
            metrics -> post(new AlarmWebhookFixture(metrics), 1, COMPLETED, CANCELLED));
  }

  static Incident normalOperation() {
    return metrics -> {
      AlarmWebhookFixture fixture = new AlarmWebhookFixture(metrics);
      post(fixture, 20, COMPLETED);
      post(fixture, 4, FORGED);
    };
  }

  /** Anyone can send forgeries while nothing else arrives. */
  static Incident forgeries(int number) {
    return metrics -> post(new AlarmWebhookFixture(metrics), number, FORGED);
  }

  /** The provider signs with a key that is not in the key ring. */
  static Incident unknownKey(int deliveries) {
    KeyRing other =
        KeyRing.fixed(
            KeysDocument.parse("{\"accessTokens\":[\"a-token-of-32-bytes-or-even-more\"]}").keys());
    return metrics ->
        post(new AlarmWebhookFixture(metrics).withKeyRing(other), deliveries, COMPLETED);
  }

  /** Returns an event as the webhook function puts it into the retry queue. */
  static String queuedEvent() {
    InMemoryRetryQueue queue = new InMemoryRetryQueue();
    AlarmWebhookFixture fixture = new AlarmWebhookFixture(new RecordedMetrics());
    post(fixture.withLedger(unavailable()).withRetryQueue(queue), 1, COMPLETED);
    return queue.documents().getFirst();
  }

  /** A flood of forgeries beside more genuine deliveries is not a missing key. */
  static Incident forgeriesBesideTraffic() {
    return metrics -> {
      AlarmWebhookFixture fixture = new AlarmWebhookFixture(metrics);
      post(fixture, 30, COMPLETED, FORGED);
    };
  }

  private static void post(AlarmWebhookFixture fixture, int times, String... bodies) {
    for (int time = 0; time < times; time++) {
      for (String body : bodies) {
        fixture.receive(GatewayEvents.post(body));
      }
    }
  }

  /** Lambda counts an error if the runtime cannot create the handler. */
  private static void startWithoutSettings(RecordedMetrics metrics) {
    MetricSeries errors =
        MetricSeries.of("AWS/Lambda", "Errors", "FunctionName", "rampline-webhook");
    try {
      new WebhookHandler();
    } catch (RuntimeException notStarted) {
      metrics.add(errors, 1);
    }
  }

  private static AlarmWebhookFixture withoutStores(RecordedMetrics metrics) {
    return new AlarmWebhookFixture(metrics).withLedger(unavailable()).withoutRetryQueue();
  }

  private static FaultyLedger unavailable() {
    return new FaultyLedger(
        new InMemoryLedger(), () -> new LedgerUnavailableException("Simulated failure", null));
  }

  private static FaultyLedger broken() {
    return new FaultyLedger(
        new InMemoryLedger(), () -> new IllegalStateException("Simulated failure"));
  }

  /** Returns a clock that advances by two seconds at every read. */
  private static InstantSource slow() {
    AtomicReference<Instant> now = new AtomicReference<>(Instant.parse("2026-03-01T10:00:00Z"));
    return () -> now.updateAndGet(before -> before.plus(Duration.ofSeconds(2)));
  }
}
