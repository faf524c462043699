package dev.rampline.subscriber.processing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rampline.decoding.ApiResponseDecoder;
import dev.rampline.decoding.Vocabulary;
import dev.rampline.failure.CallFailure;
import dev.rampline.ingest.InMemoryPublisher;
import dev.rampline.ingest.Ingest;
import dev.rampline.json.Json;
import dev.rampline.json.JsonReader;
import dev.rampline.ledger.InMemoryLedger;
import dev.rampline.message.MessageComposer;
import dev.rampline.reconcile.InMemoryDueIndex;
import dev.rampline.reconcile.InMemoryScanCheckpointStore;
import dev.rampline.reconcile.LookbackWindow;
import dev.rampline.reconcile.ProviderClient;
import dev.rampline.reconcile.ProviderLookup;
import dev.rampline.reconcile.ProviderUnavailableException;
import dev.rampline.reconcile.Reconciliation;
import dev.rampline.time.Deadline;
import dev.rampline.time.JitteredBackoff;
import dev.rampline.time.Scheduler;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Runs one after the other on a clock and a scheduler that the test moves. */
class GapReconciliationTest {
  private static final Json NO_ORDERS = JsonReader.read("{\"data\":[]}").orElseThrow();

  private Instant now = Instant.parse("2026-03-01T10:30:00Z");
  private final InstantSource clock = () -> now;
  private final Deque<Runnable> answers = new ArrayDeque<>();
  private final Deque<Runnable> tasks = new ArrayDeque<>();
  private final List<Duration> delays = new ArrayList<>();
  private final List<String> lines = new ArrayList<>();
  private final List<Throwable> fatalErrors = new ArrayList<>();
  private final List<Duration> budgets = new ArrayList<>();
  private boolean closed;
  private final GapReconciliation reconciliation =
      new GapReconciliation(
          reconciliation(),
          new ProcessorTelemetry(line -> lines.add(line.json()), clock),
          clock,
          new WorkerPool.PoolConfig(
              "test",
              1,
              new JitteredBackoff(Duration.ofSeconds(5), Duration.ofMinutes(5), 0, new Random(1)),
              (name, size) -> new RecordingScheduler()),
          fatalErrors::add);

  @Test
  void completedRun_isNotRepeated() {
    reconciliation.reconcile();
    runNext();

    assertThat(tasks).isEmpty();
    assertThat(delays).containsExactly(Duration.ZERO);
    assertThat(budgets).first().isEqualTo(Duration.ofSeconds(10));
    assertThat(lines).singleElement().asString().contains("\"listScan\":\"completed\"");
  }

  @Test
  void runThatTimesOut_isRepeated_untilOneCompletes() {
    answers.add(() -> now = now.plus(Duration.ofHours(1)));
    answers.add(() -> now = now.plus(Duration.ofHours(1)));
    reconciliation.reconcile();
    runNext();
    assertThat(lines.getLast()).doesNotContain("completed", "stopped", "fault");
    runNext();
    runNext();

    assertThat(delays)
        .containsExactly(Duration.ZERO, Duration.ofSeconds(5), Duration.ofSeconds(10));
    assertThat(lines.getLast()).contains("\"listScan\":\"completed\"");
    assertThat(tasks).isEmpty();
  }

  @Test
  void runThatTheProviderStops_isRepeated() {
    answers.add(GapReconciliationTest::unavailable);
    reconciliation.reconcile();
    runNext();
    runNext();

    assertThat(lines).anyMatch(line -> line.contains("\"stopped\":1"));
    assertThat(delays).containsExactly(Duration.ZERO, Duration.ofSeconds(5));
    assertThat(tasks).isEmpty();
  }

  @Test
  void runAfterABug_isRepeated_andTheBugIsCounted() {
    answers.add(
        () -> {
          throw new IllegalStateException("canary");
        });
    reconciliation.reconcile();
    runNext();

    assertThat(lines.getLast())
        .contains("\"fault\":\"java.lang.IllegalStateException\"", "\"faults\":1")
        .doesNotContain("canary");
    runNext();
    assertThat(delays).containsExactly(Duration.ZERO, Duration.ofSeconds(5));
    assertThat(fatalErrors).isEmpty();
  }

  @Test
  void requestsDuringARun_leadToOneMoreRun_andALaterOneToAnother() {
    answers.add(
        () -> {
          reconciliation.reconcile();
          reconciliation.reconcile();
        });
    reconciliation.reconcile();
    runNext();
    assertThat(tasks).hasSize(1);
    runNext();
    assertThat(tasks).isEmpty();

    reconciliation.reconcile();
    reconciliation.reconcile();
    assertThat(tasks).hasSize(1);
    assertThat(delays).containsOnly(Duration.ZERO).hasSize(3);
  }

  @Test
  void error_isFatal() {
    AssertionError fatal = new AssertionError("fatal");
    answers.add(
        () -> {
          throw fatal;
        });
    reconciliation.reconcile();
    runNext();

    assertThat(fatalErrors).containsExactly(fatal);
    assertThat(tasks).isEmpty();
  }

  @Test
  void stop_closesTheWorker() {
    reconciliation.stop();

    assertThat(closed).isTrue();
  }

  private void runNext() {
    tasks.removeFirst().run();
  }

  private static void unavailable() {
    throw new ProviderUnavailableException(CallFailure.ofStatus(503), null);
  }

  private Reconciliation reconciliation() {
    InMemoryLedger ledger = new InMemoryLedger();
    Ingest ingest =
        new Ingest(
            ledger,
            new InMemoryPublisher(),
            new MessageComposer("test"),
            Duration.ofSeconds(3),
            new Random(1),
            delay -> {});
    return new Reconciliation(
        new ProviderLookup(
            new ScriptedProvider(),
            new ApiResponseDecoder(Vocabulary.DOCUMENTED, Set.of()),
            ingest,
            clock),
        new Reconciliation.LedgerStores(
            ledger, new InMemoryDueIndex(ledger), new InMemoryScanCheckpointStore()),
        new LookbackWindow(Duration.ofMinutes(15), Duration.ofDays(7)),
        clock);
  }

  /** A provider without orders that does what the test wants before it answers. */
  private final class ScriptedProvider implements ProviderClient {
    @Override
    public Json orders(int page, Deadline deadline) {
      budgets.add(deadline.remaining());
      Runnable answer = answers.poll();
      if (answer != null) {
        answer.run();
      }
      return NO_ORDERS;
    }

    @Override
    public Optional<Json> order(String orderId, Deadline deadline) {
      throw new AssertionError("No order is known");
    }

    @Override
    public Optional<Json> kyc(String partnerCustomerId, Deadline deadline) {
      throw new AssertionError("No customer is known");
    }
  }

  private final class RecordingScheduler implements Scheduler {
    @Override
    public void schedule(Duration delay, Runnable task) {
      delays.add(delay);
      tasks.add(task);
    }

    @Override
    public void close() {
      closed = true;
    }
  }
}
