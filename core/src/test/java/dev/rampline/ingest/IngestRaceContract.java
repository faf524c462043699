package dev.rampline.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rampline.event.State;
import dev.rampline.event.VerifiedEvent;
import dev.rampline.ledger.InMemoryLedger;
import dev.rampline.ledger.Ledger.Consistency;
import dev.rampline.ledger.LedgerRecord;
import dev.rampline.message.CloudEventMessage;
import dev.rampline.time.Sleeper;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.Timeout.ThreadMode;

/** The contract of ingesting many events about one subject at once. */
@Timeout(value = 60, threadMode = ThreadMode.SEPARATE_THREAD)
abstract class IngestRaceContract extends IngestUnverifiedEventContract {
  private static final int WRITERS = 32;

  @Test
  void concurrentWriters_createContiguousVersions_andOneMessageForEach() throws Exception {
    List<IngestResult> made =
        atOnce(SampleVerifiedEvents.sequence(subject, WRITERS)).stream()
            .filter(result -> result.decision().hasNewVersion())
            .toList();

    made.forEach(this::relay);

    List<Long> versions = LongStream.rangeClosed(1, record().version()).boxed().toList();
    assertThat(made)
        .extracting(IngestResult::version)
        .containsExactlyInAnyOrderElementsOf(versions);
    assertThat(received(versions.size()))
        .extracting(CloudEventMessage::id)
        .containsExactlyInAnyOrderElementsOf(
            versions.stream().map(version -> subject.text() + "/" + version).toList());
  }

  @Test
  void concurrentWriters_createTheSameRecordAsASequence() throws Exception {
    List<VerifiedEvent> events = SampleVerifiedEvents.sequence(subject, WRITERS);

    atOnce(events);

    LedgerRecord sequential = sequentially(events);
    assertThat(record().fields()).isEqualTo(sequential.fields());
    assertThat(record().terminalStates()).isEqualTo(sequential.terminalStates());
    assertThat(record().state()).isEqualTo(State.COMPLETED);
  }

  private List<IngestResult> atOnce(List<VerifiedEvent> events) throws Exception {
    try (ExecutorService writers = Executors.newFixedThreadPool(events.size())) {
      List<Callable<IngestResult>> tasks =
          events.stream().<Callable<IngestResult>>map(event -> () -> ingest(event)).toList();
      List<IngestResult> results = new ArrayList<>();
      for (Future<IngestResult> done : writers.invokeAll(tasks)) {
        results.add(done.get());
      }
      return results;
    }
  }

  /** Sends the message of a version again, as the relay does. */
  private void relay(IngestResult result) {
    LedgerRecord record = result.decision().nextRecord().orElseThrow().withTrace(result.trace());
    assertThat(publisher().publish(List.of(COMPOSER.compose(record)), deadline())).isEmpty();
  }

  private LedgerRecord sequentially(List<VerifiedEvent> events) {
    InMemoryLedger ledger = new InMemoryLedger();
    Ingest ingest =
        new Ingest(
            ledger,
            new InMemoryPublisher(),
            COMPOSER,
            Duration.ofSeconds(60),
            new Random(1),
            Sleeper.system());
    events.forEach(event -> ingest.ingest(event, deadline()));
    return (LedgerRecord) ledger.read(subject, Consistency.STRONG, deadline()).orElseThrow();
  }
}
