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
import dev.rampline.ingest.Publisher;
import dev.rampline.ingest.Publisher.Unsent;
import dev.rampline.ledger.Entry;
import dev.rampline.ledger.InMemoryLedger;
import dev.rampline.ledger.Ledger;
import dev.rampline.ledger.LedgerUnavailableException;
import dev.rampline.ledger.UnreadableRecordException;
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
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class UnverifiedEventTaskTest {
  private static final InstantSource CLOCK = InstantSource.system();
  private static final Subject ORDER = Subject.order("o-1");

  private final ResponseLosingLedger ledger = new ResponseLosingLedger();
  private final List<Subject> lookups = new ArrayList<>();
  private final List<String> lines = new ArrayList<>();
  private final ProcessorTelemetry telemetry =
      new ProcessorTelemetry(line -> lines.add(line.json()), CLOCK);
  private final AtomicInteger reconciliations = new AtomicInteger();
  private final UnverifiedEventTask task = task(new InMemoryPublisher());

  private UnverifiedEventTask task(Publisher publisher) {
    return new UnverifiedEventTask(
        new Ingest(
            ledger,
            publisher,
            new MessageComposer("test"),
            Duration.ofSeconds(3),
            new Random(1),
            delay -> {}),
        (subject, id) -> lookups.add(subject),
        reconciliations::incrementAndGet,
        telemetry,
        CLOCK);
  }

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
    assertThat(counts()).contains("\"erased\":1");
  }

  @Test
  void eventAfterABug_isTriedEightTimes_andThenLeftToAReconciliation() {
    ledger.fault = new IllegalStateException("canary");

    for (int attempt = 1; attempt < 8; attempt++) {
      assertThat(task.execute(ORDER, completed(), attempt)).isEqualTo(Outcome.RETRY);
    }
    assertThat(reconciliations).hasValue(0);
    assertThat(lines).hasSize(1);
    assertThat(task.execute(ORDER, completed(), 8)).isEqualTo(Outcome.DONE);

    assertThat(reconciliations).hasValue(1);
    assertThat(lines).hasSize(2).allMatch(line -> line.contains("java.lang.IllegalStateException"));
    assertThat(lines).noneMatch(line -> line.contains("canary"));
    assertThat(counts()).contains("\"eventsDropped\":1", "\"faults\":1");
  }

  @Test
  void eventWithoutALedger_isRetriedForever() {
    ledger.fault = new LedgerUnavailableException("down", null);

    assertThat(task.execute(ORDER, completed(), 1)).isEqualTo(Outcome.RETRY);
    assertThat(task.execute(ORDER, completed(), 1000)).isEqualTo(Outcome.RETRY);

    assertThat(counts()).contains("\"eventsWaiting\":1", "\"eventsDropped\":0");
    assertThat(reconciliations).hasValue(0);
  }

  @Test
  void unreadableRecord_isCounted_andNotRetried() {
    ledger.fault = new UnreadableRecordException(new IllegalStateException("canary"));

    assertThat(task.execute(ORDER, completed(), 1)).isEqualTo(Outcome.DONE);

    assertThat(counts()).contains("\"unreadableRecords\":1");
    assertThat(lookups).isEmpty();
  }

  @Test
  void messageThatTheQueueDoesNotTake_isCounted() {
    Publisher down =
        (messages, deadline) ->
            messages.stream().map(message -> new Unsent(message, false, "down")).toList();

    assertThat(task(down).execute(ORDER, completed(), 1)).isEqualTo(Outcome.DONE);
    assertThat(task(down).execute(ORDER, completed(), 1)).isEqualTo(Outcome.DONE);

    assertThat(lines).singleElement().asString().contains("\"delivery\":\"left-to-relay\"");
    assertThat(counts())
        .contains("\"sendsFailed\":1", "\"unverifiedEvents\":1", "\"eventsRepeated\":1");
    assertThat(counts()).contains("\"sendsFailed\":0");
  }

  private String counts() {
    LogEntry counts = new LogEntry("test", Instant.EPOCH);
    telemetry.addCounts(counts);
    return counts.json();
  }

  private static SocketDecodingResult.Update completed() {
    return new SocketDecodingResult.Update(
        new UnverifiedEvent(ORDER, State.COMPLETED, Channel.SOCKET, Instant.EPOCH), "o-1");
  }

  /** A ledger that loses the response to one write, or fails every read. */
  private static final class ResponseLosingLedger implements Ledger {
    private final InMemoryLedger delegate = new InMemoryLedger();
    private boolean losesNextResponse;
    private @Nullable RuntimeException fault;

    @Override
    public Optional<Entry> read(Subject subject, Consistency consistency, Deadline deadline) {
      if (fault != null) {
        throw fault;
      }
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
