package dev.rampline.subscriber.processing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.rampline.event.Subject;
import dev.rampline.subscriber.processing.WorkerPool.Outcome;
import dev.rampline.subscriber.processing.WorkerPool.PoolConfig;
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
  private static final PoolConfig CREW =
      new PoolConfig(
          "test",
          4,
          new JitteredBackoff(Duration.ofMillis(1), Duration.ofMillis(2), new Random(1)),
          SchedulerFactory.threadPool());

  private final EventBuffer<Integer> backlog = new EventBuffer<>(1_000);
  private final List<Throwable> deaths = new CopyOnWriteArrayList<>();
  private final List<Integer> worked = new CopyOnWriteArrayList<>();

  @Test
  void words_ofOneSubject_areNeverInWorkTogether_andTheNewestIsWorkedOff() {
    AtomicInteger inWork = new AtomicInteger();
    AtomicInteger most = new AtomicInteger();
    WorkerPool<Integer> stage =
        started(
            (subject, word, tries) -> {
              most.accumulateAndGet(inWork.incrementAndGet(), Math::max);
              worked.add(word);
              inWork.decrementAndGet();
              return Outcome.DONE;
            });

    IntStream.range(0, 10_000).forEach(word -> backlog.put(ORDER, word));

    assertThat(stage.drain(Duration.ofSeconds(30))).isZero();
    assertThat(most).hasValue(1);
    assertThat(worked).isSorted().endsWith(9_999);
  }

  @Test
  void words_ofManySubjects_areWorkedOffSideBySide() {
    Phaser together = new Phaser(4);
    WorkerPool<Integer> stage =
        started(
            (subject, word, tries) -> {
              together.arriveAndAwaitAdvance();
              return Outcome.DONE;
            });

    IntStream.range(0, 4).forEach(word -> backlog.put(Subject.order("o-" + word), word));

    assertThat(stage.drain(Duration.ofSeconds(30))).isZero();
  }

  @Test
  void word_thatIsHeld_givesWayToANewerOneOfItsSubject() {
    CountDownLatch newer = new CountDownLatch(1);
    WorkerPool<Integer> stage =
        started(
            (subject, word, tries) -> {
              worked.add(word);
              if (word == 1) {
                awaits(newer);
                return Outcome.RETRY;
              }
              return tries < 5 ? Outcome.RETRY : Outcome.DONE;
            });

    backlog.put(ORDER, 1);
    await().until(() -> worked.size() == 1);
    backlog.put(ORDER, 2);
    newer.countDown();

    assertThat(stage.drain(Duration.ofSeconds(30))).isZero();
    assertThat(worked).containsExactly(1, 2, 2, 2, 2);
  }

  @Test
  void drain_thatTakesTooLong_tellsHowManyAreLeft() {
    WorkerPool<Integer> stage = started((subject, word, tries) -> Outcome.RETRY);

    IntStream.range(0, 7).forEach(word -> backlog.put(Subject.order("o-" + word), word));

    assertThat(stage.drain(Duration.ofMillis(50))).isEqualTo(7);
    assertThat(deaths).isEmpty();
  }

  @Test
  void worker_thatDies_isToldOf() {
    AssertionError fatal = new AssertionError("fatal");
    started(
        (subject, word, tries) -> {
          throw fatal;
        });

    backlog.put(ORDER, 1);

    await().until(() -> deaths.equals(List.of(fatal)));
  }

  private WorkerPool<Integer> started(WorkerPool.Task<Integer> work) {
    WorkerPool<Integer> stage = new WorkerPool<>(backlog, work, CREW, deaths::add);
    stage.start();
    return stage;
  }

  private static void awaits(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException ended) {
      Thread.currentThread().interrupt();
    }
  }
}
