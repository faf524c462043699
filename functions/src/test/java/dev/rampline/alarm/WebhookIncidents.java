package dev.rampline.alarm;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import dev.rampline.function.webhook.SampleToken;
import dev.rampline.function.webhook.WebhookHandler;
import dev.rampline.ingest.Publisher;
import dev.rampline.ledger.InMemoryLedger;
import dev.rampline.ledger.LedgerUnavailableException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;

/** What happens to the webhook function. */
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
        "RejectionsAlarm", seen -> post(new AlarmWebhookFixture(seen), 101, FORGED),
        "SignatureFailuresAlarm", seen -> post(new AlarmWebhookFixture(seen), 3, FORGED),
        "ServerErrorsAlarm", seen -> post(withoutStores(seen), 5, COMPLETED),
        "UnavailableAlarm", seen -> post(withoutStores(seen), 1, COMPLETED),
        "RetryQueuedAlarm",
            seen -> post(new AlarmWebhookFixture(seen).on(unavailable()), 1, COMPLETED),
        "WebhookFaultsAlarm",
            seen -> post(new AlarmWebhookFixture(seen).on(broken()), 1, COMPLETED),
        "WebhookErrorsAlarm", WebhookIncidents::startWithoutSettings,
        "SlowAnswersAlarm", seen -> post(new AlarmWebhookFixture(seen).at(slow()), 1, COMPLETED),
        "SendsFailedAlarm",
            seen -> post(new AlarmWebhookFixture(seen).to(failingPublisher()), 1, COMPLETED),
        "ConflictsAlarm", seen -> post(new AlarmWebhookFixture(seen), 1, COMPLETED, CANCELLED));
  }

  static Incident ordinaryDay() {
    return seen -> {
      AlarmWebhookFixture stage = new AlarmWebhookFixture(seen);
      post(stage, 20, COMPLETED);
      post(stage, 4, FORGED);
    };
  }

  private static void post(AlarmWebhookFixture stage, int times, String... bodies) {
    for (int time = 0; time < times; time++) {
      for (String body : bodies) {
        stage.receive(APIGatewayV2HTTPEvent.builder().withBody(body).build());
      }
    }
  }

  /** Lambda counts an error where the runtime cannot make the handler. */
  private static void startWithoutSettings(RecordedMetrics instruments) {
    MetricSeries errors =
        MetricSeries.of("AWS/Lambda", "Errors", "FunctionName", "WebhookFunction");
    try {
      new WebhookHandler();
    } catch (RuntimeException notStarted) {
      instruments.add(errors, 1);
    }
  }

  private static AlarmWebhookFixture withoutStores(RecordedMetrics instruments) {
    return new AlarmWebhookFixture(instruments).on(unavailable()).withoutRetryQueue();
  }

  private static FaultyLedger unavailable() {
    return new FaultyLedger(
        new InMemoryLedger(), () -> new LedgerUnavailableException("As the test wants it", null));
  }

  private static FaultyLedger broken() {
    return new FaultyLedger(
        new InMemoryLedger(), () -> new IllegalStateException("As the test wants it"));
  }

  /** Two seconds go by between any two looks at it. */
  private static InstantSource slow() {
    AtomicReference<Instant> now = new AtomicReference<>(Instant.parse("2026-03-01T10:00:00Z"));
    return () -> now.updateAndGet(before -> before.plus(Duration.ofSeconds(2)));
  }

  private static Publisher failingPublisher() {
    return (messages, deadline) ->
        messages.stream().map(message -> new Publisher.Unsent(message, false, "Deaf")).toList();
  }
}
