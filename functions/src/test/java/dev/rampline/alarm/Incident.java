package dev.rampline.alarm;

import dev.rampline.adapter.telemetry.EventLog;
import dev.rampline.ingest.Publisher;
import dev.rampline.testkit.alarm.RecordedMetrics;

/** A failure, or normal operation, that runs on the real handlers and queues. */
@FunctionalInterface
interface Incident {
  /** A queue that accepts no message. */
  Publisher FAILING_PUBLISHER =
      (messages, deadline) ->
          messages.stream()
              .map(message -> new Publisher.Unsent(message, false, "Simulated"))
              .toList();

  void run(RecordedMetrics metrics) throws Exception;

  /** Returns a log that records the metrics of its entries. */
  static EventLog log(RecordedMetrics metrics) {
    return entry -> metrics.read(entry.json());
  }
}
