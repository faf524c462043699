package dev.rampline.subscriber.processing;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rampline.adapter.telemetry.LogEntry;
import dev.rampline.decoding.SocketDecodingResult;
import dev.rampline.erasure.Erasure;
import dev.rampline.event.Channel;
import dev.rampline.event.State;
import dev.rampline.event.Subject;
import dev.rampline.event.TraceContext;
import dev.rampline.event.UnverifiedEvent;
import dev.rampline.ingest.InMemoryPublisher;
import dev.rampline.ingest.Ingest;
import dev.rampline.ledger.Entry;
import dev.rampline.ledger.InMemoryLedger;
import dev.rampline.ledger.Ledger;
import dev.rampline.ledger.LedgerUnavailableException;
import dev.rampline.message.MessageComposer;
import dev.rampline.subscriber.processing.WorkerPool.Outcome;
import dev.rampline.time.Deadline;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

class UnverifiedEventTaskTest {
  private static final InstantSource CLOCK = InstantSource.system();
  private static final Subject ORDER = Subject.order("o-1");

  private final ResponseLosingLedger ledger = new ResponseLosingLedger();
  private final List<Subject> lookups = new ArrayList<>();
  private final List<String> lines = new ArrayList<>();
  private final ProcessorTelemetry telemetry =
      new ProcessorTelemetry(line -> lines.add(line.json()), CLOCK);
  private final UnverifiedEventTask task =
      new UnverifiedEventTask(
          new Ingest(
              ledger,
              new InMemoryPublisher(),
              new MessageComposer("test"),
              Duration.ofSeconds(3),
              new Random(1),
              delay -> {}),
          (subject, id) -> lookups.add(subject),
          ReconciliationTrigger.NONE,
          telemetry,
          CLOCK);

  @Test
  void event_isLookedUpOnce_evenIfRepeated() {
    assertThat(task.execute(ORDER, completed(), 1)).isEqualTo(Outcome.DONE);
    assertThat(task.execute(ORDER, completed(), 1)).isEqualTo(Outcome.DONE);

    assertThat(lookups).containsExactly(ORDER);
  }

  @Test
  void event_isLoggedWithTheTraceOfItsMessage() {
    task.execute(ORDER, completed(), 1);

    TraceContext trace = requireNonNull(ledger.delegate.records().getFirst().lastChange().trace());
    assertThat(lines)
        .singleElement()
        .asString()
        .contains("\"traceId\":\"" + trace.traceId() + "\"");
  }

  @Test
  void event_isLookedUpOnTheNextAttempt_ifTheResponseToItsWriteWasLost() {
    ledger.losesNextResponse = true;

    assertThat(task.execute(ORDER, completed(), 1)).isEqualTo(Outcome.RETRY);
    assertThat(lookups).isEmpty();
    assertThat(task.execute(ORDER, completed(), 2)).isEqualTo(Outcome.DONE);

    assertThat(lookups).containsExactly(ORDER);
    assertThat(ledger.delegate.records()).hasSize(1);
  }

  @Test
  void eventOfAnErasedOrder_isCountedAndDropped_withoutALookup() {
    task.execute(ORDER, completed(), 1);
    new Erasure(ledger.delegate, CLOCK).erase(ORDER, Deadline.after(Duration.ofSeconds(5), CLOCK));
    lookups.clear();

    assertThat(task.execute(ORDER, completed(), 2)).isEqualTo(Outcome.DONE);

    assertThat(ledger.delegate.records()).isEmpty();
    assertThat(lookups).isEmpty();
    assertThat(lines.getLast()).contains("\"decision\":\"erased\"");
    LogEntry counts = new LogEntry("test", Instant.EPOCH);
    telemetry.addCounts(counts);
    assertThat(counts.json()).contains("\"erased\":1");
  }

  private static SocketDecodingResult.Update completed() {
    return new SocketDecodingResult.Update(
        new UnverifiedEvent(ORDER, State.COMPLETED, Channel.SOCKET, Instant.EPOCH), "o-1");
  }

  /** A ledger that loses the response to one write. */
  private static final class ResponseLosingLedger implements Ledger {
    private final InMemoryLedger delegate = new InMemoryLedger();
    private boolean losesNextResponse;

    @Override
    public Optional<Entry> read(Subject subject, Consistency consistency, Deadline deadline) {
      return delegate.read(subject, consistency, deadline);
    }

    @Override
    public WriteResult write(Entry next, Deadline deadline) {
      WriteResult result = delegate.write(next, deadline);
      if (losesNextResponse) {
        losesNextResponse = false;
        throw new LedgerUnavailableException("No response", null);
      }
      return result;
    }
  }
}
