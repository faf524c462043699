package dev.rampline.function.relay;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rampline.event.Subject;
import dev.rampline.function.RelayDependencies;
import dev.rampline.ingest.InMemoryDeadLetters;
import dev.rampline.ingest.InMemoryPublisher;
import dev.rampline.ledger.LedgerRecord;
import dev.rampline.ledger.SampleRecords;
import dev.rampline.message.MessageComposer;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** The relay sends nothing for tombstones of erased subjects. */
class RelayedTombstonesTest {
  private final LedgerRecord record = SampleRecords.first(Subject.order("erased"));
  private final Map<String, AttributeValue> tombstone =
      LedgerItemEncoder.of(record.toTombstone(Instant.parse("2026-03-01T12:00:00Z")));
  private final InMemoryPublisher queue = new InMemoryPublisher();
  private final InMemoryDeadLetters deadLetters = new InMemoryDeadLetters();
  private final List<String> lines = new ArrayList<>();

  @Test
  void tombstone_thatReplacesARecord_sendsNothingAndIsNotDeadLettered() {
    relay(new StreamBatch().add("MODIFY", LedgerItemEncoder.of(record), tombstone));
  }

  @Test
  void tombstone_withoutAnEarlierRecord_sendsNothingAndIsNotDeadLettered() {
    relay(new StreamBatch().add("INSERT", null, tombstone));
  }

  private void relay(StreamBatch batch) {
    RelayHandler handler =
        new RelayHandler(
            new RelayDependencies(
                new MessageComposer("staging"),
                queue,
                deadLetters,
                line -> lines.add(line.json()),
                InstantSource.system()));

    assertThat(handler.handleRequest(batch.event(), null).getBatchItemFailures()).isEmpty();
    assertThat(queue.messages()).isEmpty();
    assertThat(deadLetters.messages()).isEmpty();
    assertThat(lines.getLast()).doesNotContain("fault", "relayed", "deadLettered");
  }
}
