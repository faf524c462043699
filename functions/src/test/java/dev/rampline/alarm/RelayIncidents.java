package dev.rampline.alarm;

import com.amazonaws.services.lambda.runtime.events.DynamodbEvent;
import com.amazonaws.services.lambda.runtime.events.DynamodbEvent.DynamodbStreamRecord;
import com.amazonaws.services.lambda.runtime.events.StreamsEventResponse;
import dev.rampline.event.Subject;
import dev.rampline.function.RelayDependencies;
import dev.rampline.function.relay.LedgerItemEncoder;
import dev.rampline.function.relay.RelayHandler;
import dev.rampline.function.relay.StreamBatch;
import dev.rampline.ingest.FanOutPublisher;
import dev.rampline.ingest.InMemoryDeadLetters;
import dev.rampline.ingest.InMemoryPublisher;
import dev.rampline.ingest.Publisher;
import dev.rampline.ledger.SampleRecords;
import dev.rampline.message.MessageComposer;
import dev.rampline.testkit.alarm.MetricSeries;
import dev.rampline.testkit.alarm.RecordedMetrics;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;

/** Failures that concern the relay. */
final class RelayIncidents {
  private static final MetricSeries ITERATOR_AGE =
      MetricSeries.of("AWS/Lambda", "IteratorAge", "FunctionName", "rampline-relay");

  private RelayIncidents() {}

  static Map<String, Incident> byAlarm() {
    return Map.of(
        "RelayStoppedAlarm",
        RelayIncidents::failingTopic,
        "RelayBehindAlarm",
        metrics -> relay(metrics, Incident.FAILING_PUBLISHER));
  }

  static Incident normalOperation() {
    return metrics -> relay(metrics, new InMemoryPublisher());
  }

  /** The queue takes the messages, and the topic for further consumers does not. */
  private static void failingTopic(RecordedMetrics metrics) {
    relay(metrics, new FanOutPublisher(new InMemoryPublisher(), Incident.FAILING_PUBLISHER));
  }

  private static void relay(RecordedMetrics metrics, Publisher publisher) {
    DynamodbEvent event =
        new StreamBatch()
            .add(
                "INSERT", null, LedgerItemEncoder.of(SampleRecords.first(Subject.order("order-1"))))
            .event();
    RelayHandler handler =
        new RelayHandler(
            new RelayDependencies(
                new MessageComposer("staging"),
                publisher,
                new InMemoryDeadLetters(),
                Incident.log(metrics),
                InstantSource.system()));
    metrics.add(ITERATOR_AGE, age(event, handler.handleRequest(event, null)));
  }

  /** Returns the age of the first unprocessed record, where Lambda continues. */
  private static double age(DynamodbEvent event, StreamsEventResponse response) {
    if (response.getBatchItemFailures().isEmpty()) {
      return 0;
    }
    DynamodbStreamRecord next = event.getRecords().getFirst();
    Instant written = next.getDynamodb().getApproximateCreationDateTime().toInstant();
    return InstantSource.system().instant().toEpochMilli() - written.toEpochMilli();
  }
}
