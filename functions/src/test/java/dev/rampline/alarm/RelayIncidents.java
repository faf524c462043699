package dev.rampline.alarm;

import com.amazonaws.services.lambda.runtime.events.DynamodbEvent;
import com.amazonaws.services.lambda.runtime.events.DynamodbEvent.DynamodbStreamRecord;
import com.amazonaws.services.lambda.runtime.events.StreamsEventResponse;
import dev.rampline.event.Subject;
import dev.rampline.function.RelayDependencies;
import dev.rampline.function.relay.LedgerItemEncoder;
import dev.rampline.function.relay.RelayHandler;
import dev.rampline.function.relay.StreamBatch;
import dev.rampline.ingest.InMemoryDeadLetters;
import dev.rampline.ingest.InMemoryPublisher;
import dev.rampline.ingest.Publisher;
import dev.rampline.ledger.SampleRecords;
import dev.rampline.message.MessageComposer;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;

/** What happens to the relay. */
final class RelayIncidents {
  private static final MetricSeries BEHIND =
      MetricSeries.of("AWS/Lambda", "IteratorAge", "FunctionName", "RelayFunction");

  private RelayIncidents() {}

  static Map<String, Incident> byAlarm() {
    Publisher deaf =
        (messages, deadline) ->
            messages.stream().map(message -> new Publisher.Unsent(message, false, "Deaf")).toList();
    return Map.of(
        "RelayStoppedAlarm", seen -> relay(seen, deaf),
        "RelayBehindAlarm", seen -> relay(seen, deaf));
  }

  static Incident ordinaryDay() {
    return seen -> relay(seen, new InMemoryPublisher());
  }

  private static void relay(RecordedMetrics instruments, Publisher publisher) {
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
                instruments.eventLog(),
                InstantSource.system()));
    instruments.add(BEHIND, age(event, handler.handleRequest(event, null)));
  }

  /** Lambda goes on behind what succeeded: a record that failed stays the next, and ages. */
  private static double age(DynamodbEvent event, StreamsEventResponse response) {
    if (response.getBatchItemFailures().isEmpty()) {
      return 0;
    }
    DynamodbStreamRecord next = event.getRecords().getFirst();
    Instant written = next.getDynamodb().getApproximateCreationDateTime().toInstant();
    return InstantSource.system().instant().toEpochMilli() - written.toEpochMilli();
  }
}
