package dev.rampline.alarm;

import dev.rampline.decoding.Vocabulary;
import dev.rampline.decoding.WebhookDecoder;
import dev.rampline.function.RetryDependencies;
import dev.rampline.function.retry.RecordingRetryDelayer;
import dev.rampline.function.retry.RetryBatch;
import dev.rampline.function.retry.RetryHandler;
import dev.rampline.ingest.InMemoryDeadLetters;
import dev.rampline.ingest.InMemoryPublisher;
import dev.rampline.ingest.Ingest;
import dev.rampline.ingest.Publisher;
import dev.rampline.ledger.InMemoryLedger;
import dev.rampline.message.MessageComposer;
import dev.rampline.quarantine.InMemoryQuarantine;
import dev.rampline.testkit.alarm.MetricSeries;
import dev.rampline.testkit.alarm.RecordedMetrics;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.Random;
import java.util.Set;

/** Failures that concern the retry function. */
final class RetryQueueIncidents {
  private RetryQueueIncidents() {}

  static Map<String, Incident> byAlarm() {
    return Map.of("RetryErrorsAlarm", RetryQueueIncidents::startWithoutSettings);
  }

  static Incident normalOperation() {
    return metrics -> retry(metrics, new InMemoryPublisher());
  }

  static Incident failingSends() {
    return metrics -> retry(metrics, Incident.FAILING_PUBLISHER);
  }

  /** Retries an event that the ledger now accepts. */
  private static void retry(RecordedMetrics metrics, Publisher publisher) {
    Ingest ingest =
        new Ingest(
            new InMemoryLedger(),
            publisher,
            new MessageComposer("staging"),
            Duration.ofSeconds(3),
            new Random(1),
            pause -> {});
    new RetryHandler(
            new RetryDependencies(
                ingest,
                new WebhookDecoder(Vocabulary.DOCUMENTED, Set.of()),
                new InMemoryQuarantine(),
                new InMemoryDeadLetters(),
                new RecordingRetryDelayer(),
                Incident.log(metrics),
                InstantSource.system()))
        .handleRequest(new RetryBatch().add(WebhookIncidents.queuedEvent(), 1).event(), null);
  }

  /** Lambda counts an error if the runtime cannot create the handler. */
  private static void startWithoutSettings(RecordedMetrics metrics) {
    MetricSeries errors = MetricSeries.of("AWS/Lambda", "Errors", "FunctionName", "rampline-retry");
    try {
      new RetryHandler();
    } catch (RuntimeException notStarted) {
      metrics.add(errors, 1);
    }
  }
}
