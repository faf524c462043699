package dev.rampline.alarm;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import dev.rampline.decoding.Vocabulary;
import dev.rampline.decoding.WebhookDecoder;
import dev.rampline.function.WebhookDependencies;
import dev.rampline.function.webhook.WebhookHandler;
import dev.rampline.ingest.InMemoryPublisher;
import dev.rampline.ingest.InMemoryRetryQueue;
import dev.rampline.ingest.Ingest;
import dev.rampline.ingest.Publisher;
import dev.rampline.ingest.RetryQueue;
import dev.rampline.ledger.InMemoryLedger;
import dev.rampline.ledger.Ledger;
import dev.rampline.message.MessageComposer;
import dev.rampline.quarantine.InMemoryQuarantine;
import dev.rampline.testkit.alarm.MetricSeries;
import dev.rampline.testkit.alarm.RecordedMetrics;
import dev.rampline.verification.KeyRing;
import dev.rampline.verification.KeysDocument;
import dev.rampline.verification.WebhookVerifier;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Random;
import java.util.Set;

/** The webhook function with replaceable dependencies. */
record AlarmWebhookFixture(
    RecordedMetrics metrics,
    Ledger ledger,
    Publisher publisher,
    KeyRing keyRing,
    RetryQueue retry,
    InstantSource clock) {
  private static final int FIRST_SERVER_ERROR = 500;

  /** The metric that API Gateway reports for each response. */
  private static final MetricSeries SERVER_ERRORS =
      MetricSeries.of("AWS/ApiGateway", "5xx", "ApiId", "ApiId");

  AlarmWebhookFixture(RecordedMetrics metrics) {
    this(
        metrics,
        new InMemoryLedger(),
        new InMemoryPublisher(),
        KeyRing.fixed(KeysDocument.parseAcceptingSamples(sampleKeys()).keys()),
        new InMemoryRetryQueue(),
        InstantSource.system());
  }

  /** Returns the key ring of the sample events, in the format of the secret. */
  static String sampleKeys() {
    try {
      return Files.readString(Path.of("..", "events", "keys.json"));
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  AlarmWebhookFixture withLedger(Ledger other) {
    return new AlarmWebhookFixture(metrics, other, publisher, keyRing, retry, clock);
  }

  AlarmWebhookFixture withPublisher(Publisher other) {
    return new AlarmWebhookFixture(metrics, ledger, other, keyRing, retry, clock);
  }

  AlarmWebhookFixture withKeyRing(KeyRing other) {
    return new AlarmWebhookFixture(metrics, ledger, publisher, other, retry, clock);
  }

  AlarmWebhookFixture withoutRetryQueue() {
    InMemoryRetryQueue unavailable = new InMemoryRetryQueue();
    unavailable.fail();
    return withRetryQueue(unavailable);
  }

  AlarmWebhookFixture withRetryQueue(RetryQueue other) {
    return new AlarmWebhookFixture(metrics, ledger, publisher, keyRing, other, clock);
  }

  AlarmWebhookFixture withClock(InstantSource other) {
    return new AlarmWebhookFixture(metrics, ledger, publisher, keyRing, retry, other);
  }

  void receive(APIGatewayV2HTTPEvent event) {
    int status = handler().handleRequest(event, null).getStatusCode();
    metrics.add(SERVER_ERRORS, status >= FIRST_SERVER_ERROR ? 1 : 0);
  }

  private WebhookHandler handler() {
    return new WebhookHandler(
        new WebhookDependencies(
            keyRing,
            new WebhookVerifier(
                Vocabulary.DOCUMENTED.webhookFormat(), Duration.ofMinutes(5), clock),
            new WebhookDecoder(Vocabulary.DOCUMENTED, Set.of()),
            new Ingest(
                ledger,
                publisher,
                new MessageComposer("staging"),
                Duration.ofSeconds(3),
                new Random(1),
                pause -> {}),
            retry,
            new InMemoryQuarantine(),
            false,
            Incident.log(metrics),
            clock));
  }
}
