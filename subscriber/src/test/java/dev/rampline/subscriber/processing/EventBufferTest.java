package dev.rampline.subscriber.processing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rampline.event.Subject;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class EventBufferTest {
  private static final Subject A = Subject.order("a");
  private static final Subject B = Subject.order("b");
  private static final Subject C = Subject.order("c");

  private final EventBuffer<String> backlog = new EventBuffer<>(2);

  @Test
  void words_comeInTheOrderOfTheirSubjects_eachTheNewest() {
    backlog.put(A, "old");
    backlog.put(B, "only");
    backlog.put(A, "new");

    assertThat(backlog.take()).contains(new EventBuffer.Item<>(A, "new"));
    assertThat(backlog.take()).contains(new EventBuffer.Item<>(B, "only"));
  }

  @Test
  void backlog_thatIsFull_dropsTheSubjectThatWaitedLongest() {
    assertThat(backlog.put(A, "1")).isTrue();
    assertThat(backlog.put(B, "1")).isTrue();
    assertThat(backlog.put(B, "2")).isTrue();

    assertThat(backlog.put(C, "1")).isFalse();

    assertThat(backlog.take()).contains(new EventBuffer.Item<>(B, "2"));
    assertThat(backlog.take()).contains(new EventBuffer.Item<>(C, "1"));
  }

  @Test
  void subject_inWork_isNotGivenAwayAgainUntilItIsDone() {
    backlog.put(A, "1");
    backlog.take();
    backlog.put(A, "2");
    backlog.put(B, "1");

    assertThat(backlog.take()).contains(new EventBuffer.Item<>(B, "1"));
    assertThat(backlog.depth()).isEqualTo(2);
    assertThat(backlog.hasWork()).isFalse();
    assertThat(backlog.take()).isEmpty();
    backlog.done(A);

    assertThat(backlog.hasWork()).isTrue();
    assertThat(backlog.take()).contains(new EventBuffer.Item<>(A, "2"));
  }

  @Test
  void newerWord_ofASubjectInWork_canBeTakenOver() throws Exception {
    backlog.put(A, "1");
    backlog.take();
    assertThat(backlog.takeNewer(A)).isEmpty();

    backlog.put(A, "2");

    assertThat(backlog.takeNewer(A)).contains("2");
    assertThat(backlog.takeNewer(A)).isEmpty();
  }

  @Test
  void backlog_isEmpty_onceWhatWasGivenAwayIsDone() throws Exception {
    backlog.put(A, "1");

    assertThat(backlog.take()).isPresent();
    assertThat(backlog.awaitEmpty(Duration.ZERO)).isFalse();
    backlog.done(A);
    assertThat(backlog.awaitEmpty(Duration.ZERO)).isTrue();
    assertThat(backlog.take()).isEmpty();
  }

  @Test
  void everyWord_isToldOf_sinceItMayBeWork() {
    AtomicInteger told = new AtomicInteger();
    backlog.onAvailable(told::incrementAndGet);

    backlog.put(A, "1");
    backlog.put(A, "2");

    assertThat(told).hasValue(2);
  }
}
