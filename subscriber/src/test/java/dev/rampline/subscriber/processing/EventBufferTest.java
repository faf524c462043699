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

  private final EventBuffer<String> buffer = new EventBuffer<>(2);

  @Test
  void events_areTakenInTheOrderOfTheirSubjects_onlyTheNewestOfEach() {
    buffer.put(A, "old");
    buffer.put(B, "only");
    buffer.put(A, "new");

    assertThat(buffer.take()).contains(new EventBuffer.Item<>(A, "new"));
    assertThat(buffer.take()).contains(new EventBuffer.Item<>(B, "only"));
  }

  @Test
  void fullBuffer_dropsTheOldestWaitingSubject() {
    assertThat(buffer.put(A, "1")).isTrue();
    assertThat(buffer.put(B, "1")).isTrue();
    assertThat(buffer.put(B, "2")).isTrue();

    assertThat(buffer.put(C, "1")).isFalse();

    assertThat(buffer.take()).contains(new EventBuffer.Item<>(B, "2"));
    assertThat(buffer.take()).contains(new EventBuffer.Item<>(C, "1"));
  }

  @Test
  void subjectInProgress_isNotTakenAgainUntilItIsDone() {
    buffer.put(A, "1");
    buffer.take();
    buffer.put(A, "2");
    buffer.put(B, "1");

    assertThat(buffer.take()).contains(new EventBuffer.Item<>(B, "1"));
    assertThat(buffer.depth()).isEqualTo(2);
    assertThat(buffer.hasWork()).isFalse();
    assertThat(buffer.take()).isEmpty();
    buffer.done(A);

    assertThat(buffer.hasWork()).isTrue();
    assertThat(buffer.take()).contains(new EventBuffer.Item<>(A, "2"));
  }

  @Test
  void newerEvent_ofASubjectInProgress_canBeTaken() throws Exception {
    buffer.put(A, "1");
    buffer.take();
    assertThat(buffer.takeNewer(A)).isEmpty();

    buffer.put(A, "2");

    assertThat(buffer.takeNewer(A)).contains("2");
    assertThat(buffer.takeNewer(A)).isEmpty();
  }

  @Test
  void buffer_isEmpty_onceTakenEventsAreDone() throws Exception {
    buffer.put(A, "1");

    assertThat(buffer.take()).isPresent();
    assertThat(buffer.awaitEmpty(Duration.ZERO)).isFalse();
    buffer.done(A);
    assertThat(buffer.awaitEmpty(Duration.ZERO)).isTrue();
    assertThat(buffer.take()).isEmpty();
  }

  @Test
  void everyEvent_notifiesTheListener() {
    AtomicInteger notifications = new AtomicInteger();
    buffer.onAvailable(notifications::incrementAndGet);

    buffer.put(A, "1");
    buffer.put(A, "2");

    assertThat(notifications).hasValue(2);
  }
}
