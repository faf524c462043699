package dev.rampline.alarm;

import dev.rampline.function.RetryDependencies;
import dev.rampline.function.retry.RecordingRetryDelayer;
import dev.rampline.function.retry.RetryBatch;
import dev.rampline.function.retry.RetryHandler;
import dev.rampline.ingest.InMemoryDeadLetters;
import dev.rampline.ingest.InMemoryPublisher;
import dev.rampline.ingest.Ingest;
import dev.rampline.ledger.InMemoryLedger;
import dev.rampline.message.MessageComposer;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.Random;

/** What happens to the retry function. */
final class RetryQueueIncidents {
  private RetryQueueIncidents() {}

  static Map<String, Incident> byAlarm() {
    return Map.of("RetryErrorsAlarm", RetryQueueIncidents::startWithoutSettings);
  }

  static Incident ordinaryDay() {
    return seen -> {
      Ingest ingest =
          new Ingest(
              new InMemoryLedger(),
              new InMemoryPublisher(),
              new MessageComposer("staging"),
              Duration.ofSeconds(3),
              new Random(1),
              pause -> {});
      new RetryHandler(
              new RetryDependencies(
                  ingest,
                  new InMemoryDeadLetters(),
                  new RecordingRetryDelayer(),
                  seen.eventLog(),
                  InstantSource.system()))
          .handleRequest(new RetryBatch().add("{}", 1).event(), null);
    };
  }

  /** Lambda counts an error where the runtime cannot make the handler. */
  private static void startWithoutSettings(RecordedMetrics instruments) {
    MetricSeries errors = MetricSeries.of("AWS/Lambda", "Errors", "FunctionName", "RetryFunction");
    try {
      new RetryHandler();
    } catch (RuntimeException notStarted) {
      instruments.add(errors, 1);
    }
  }
}
