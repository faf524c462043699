package dev.rampline.subscriber.processing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.rampline.event.Subject;
import dev.rampline.subscriber.processing.WorkerPool.Outcome;
import dev.rampline.subscriber.processing.WorkerPool.PoolConfig;
import dev.rampline.time.JitteredBackoff;
import dev.rampline.time.SchedulerFactory;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Phaser;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class WorkerPoolTest {
  private static final Subject ORDER = Subject.order("o-1");
  private static final PoolConfig CONFIG =
      new PoolConfig(
          "test",
          4,
          JitteredBackoff.half(Duration.ofMillis(1), Duration.ofMillis(2), new Random(1)),
          SchedulerFactory.threadPool());

  private final EventBuffer<Integer> buffer = new EventBuffer<>(1_000);
  private final List<Throwable> fatalErrors = new CopyOnWriteArrayList<>();
  private final List<Integer> processed = new CopyOnWriteArrayList<>();

  @Test
  void eventsOfOneSubject_areProcessedOneAtATime_andTheNewestLast() {
    AtomicInteger inProgress = new AtomicInteger();
    AtomicInteger maxInProgress = new AtomicInteger();
    WorkerPool<Integer> pool =
        started(
            (subject, event, attempts) -> {
              maxInProgress.accumulateAndGet(inProgress.incrementAndGet(), Math::max);
              processed.add(event);
              inProgress.decrementAndGet();
              return Outcome.DONE;
            });

    IntStream.range(0, 10_000).forEach(event -> buffer.put(ORDER, event));

    assertThat(pool.drain(Duration.ofSeconds(30))).isZero();
    assertThat(maxInProgress).hasValue(1);
    assertThat(processed).isSorted().endsWith(9_999);
  }

  @Test
  void eventsOfSeveralSubjects_areProcessedConcurrently() {
    Phaser allRunning = new Phaser(4);
    WorkerPool<Integer> pool =
        started(
            (subject, event, attempts) -> {
              allRunning.arriveAndAwaitAdvance();
              return Outcome.DONE;
            });

    IntStream.range(0, 4).forEach(event -> buffer.put(Subject.order("o-" + event), event));

    assertThat(pool.drain(Duration.ofSeconds(30))).isZero();
  }

  @Test
  void retriedEvent_isReplacedByANewerOneOfItsSubject() {
    CountDownLatch newer = new CountDownLatch(1);
    WorkerPool<Integer> pool =
        started(
            (subject, event, attempts) -> {
              processed.add(event);
              if (event == 1) {
                awaitLatch(newer);
                return Outcome.RETRY;
              }
              return attempts < 5 ? Outcome.RETRY : Outcome.DONE;
            });

    buffer.put(ORDER, 1);
    await().until(() -> processed.size() == 1);
    buffer.put(ORDER, 2);
    newer.countDown();

    assertThat(pool.drain(Duration.ofSeconds(30))).isZero();
    assertThat(processed).containsExactly(1, 2, 2, 2, 2);
  }

  @Test
  void drainThatTimesOut_returnsTheNumberOfSubjectsLeft() {
    WorkerPool<Integer> pool = started((subject, event, attempts) -> Outcome.RETRY);

    IntStream.range(0, 7).forEach(event -> buffer.put(Subject.order("o-" + event), event));

    assertThat(pool.drain(Duration.ofMillis(50))).isEqualTo(7);
    assertThat(fatalErrors).isEmpty();
  }

  @Test
  void taskThatThrows_isReportedAsFatal() {
    AssertionError fatal = new AssertionError("fatal");
    started(
        (subject, event, attempts) -> {
          throw fatal;
        });

    buffer.put(ORDER, 1);

    await().until(() -> fatalErrors.equals(List.of(fatal)));
  }

  private WorkerPool<Integer> started(WorkerPool.Task<Integer> task) {
    WorkerPool<Integer> pool = new WorkerPool<>(buffer, task, CONFIG, fatalErrors::add);
    pool.start();
    return pool;
  }

  private static void awaitLatch(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}
