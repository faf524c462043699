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

  private final LosingOneAnswer ledger = new LosingOneAnswer();
  private final List<Subject> asked = new ArrayList<>();
  private final List<String> lines = new ArrayList<>();
  private final ProcessorTelemetry telling =
      new ProcessorTelemetry(line -> lines.add(line.json()), CLOCK);
  private final UnverifiedEventTask work =
      new UnverifiedEventTask(
          new Ingest(
              ledger,
              new InMemoryPublisher(),
              new MessageComposer("test"),
              Duration.ofSeconds(3),
              new Random(1),
              pause -> {}),
          (subject, id) -> asked.add(subject),
          ReconciliationTrigger.NONE,
          telling,
          CLOCK);

  @Test
  void claim_isReadBackOnce_howeverOftenItIsTold() {
    assertThat(work.execute(ORDER, completed(), 1)).isEqualTo(Outcome.DONE);
    assertThat(work.execute(ORDER, completed(), 1)).isEqualTo(Outcome.DONE);

    assertThat(asked).containsExactly(ORDER);
  }

  @Test
  void claim_thatMadeAVersion_isToldWithTheTraceOfItsMessage() {
    work.execute(ORDER, completed(), 1);

    TraceContext trace = requireNonNull(ledger.kept.records().getFirst().lastChange().trace());
    assertThat(lines)
        .singleElement()
        .asString()
        .contains("\"traceId\":\"" + trace.traceId() + "\"");
  }

  @Test
  void claim_thatWasWrittenWhileTheAnswerWasLost_isReadBackOnTheNextTry() {
    ledger.losesTheNext = true;

    assertThat(work.execute(ORDER, completed(), 1)).isEqualTo(Outcome.RETRY);
    assertThat(asked).isEmpty();
    assertThat(work.execute(ORDER, completed(), 2)).isEqualTo(Outcome.DONE);

    assertThat(asked).containsExactly(ORDER);
    assertThat(ledger.kept.records()).hasSize(1);
  }

  @Test
  void claim_onAForgottenOrder_isCountedAndDropped_andAsksNothing() {
    work.execute(ORDER, completed(), 1);
    new Erasure(ledger.kept, CLOCK).erase(ORDER, Deadline.after(Duration.ofSeconds(5), CLOCK));
    asked.clear();

    assertThat(work.execute(ORDER, completed(), 2)).isEqualTo(Outcome.DONE);

    assertThat(ledger.kept.records()).isEmpty();
    assertThat(asked).isEmpty();
    assertThat(lines.getLast()).contains("\"decision\":\"erased\"");
    LogEntry counts = new LogEntry("test", Instant.EPOCH);
    telling.addCounts(counts);
    assertThat(counts.json()).contains("\"erased\":1");
  }

  private static SocketDecodingResult.Update completed() {
    return new SocketDecodingResult.Update(
        new UnverifiedEvent(ORDER, State.COMPLETED, Channel.SOCKET, Instant.EPOCH), "o-1");
  }

  /** A ledger that writes, but once says that it did not. */
  private static final class LosingOneAnswer implements Ledger {
    private final InMemoryLedger kept = new InMemoryLedger();
    private boolean losesTheNext;

    @Override
    public Optional<Entry> read(Subject subject, Consistency consistency, Deadline deadline) {
      return kept.read(subject, consistency, deadline);
    }

    @Override
    public WriteResult write(Entry next, Deadline deadline) {
      WriteResult result = kept.write(next, deadline);
      if (losesTheNext) {
        losesTheNext = false;
        throw new LedgerUnavailableException("No answer", null);
      }
      return result;
    }
  }
}
