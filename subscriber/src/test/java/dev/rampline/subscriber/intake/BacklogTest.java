package dev.rampline.subscriber.intake;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rampline.observation.Subject;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class BacklogTest {
  private static final Subject A = Subject.order("a");
  private static final Subject B = Subject.order("b");
  private static final Subject C = Subject.order("c");

  private final Backlog<String> backlog = new Backlog<>(2);

  @Test
  void words_comeInTheOrderOfTheirSubjects_eachTheNewest() throws Exception {
    backlog.put(A, "old");
    backlog.put(B, "only");
    backlog.put(A, "new");

    assertThat(backlog.take()).contains(new Backlog.Item<>(A, "new"));
    assertThat(backlog.take()).contains(new Backlog.Item<>(B, "only"));
  }

  @Test
  void backlog_thatIsFull_dropsTheSubjectThatWaitedLongest() throws Exception {
    assertThat(backlog.put(A, "1")).isTrue();
    assertThat(backlog.put(B, "1")).isTrue();
    assertThat(backlog.put(B, "2")).isTrue();

    assertThat(backlog.put(C, "1")).isFalse();

    assertThat(backlog.take()).contains(new Backlog.Item<>(B, "2"));
    assertThat(backlog.take()).contains(new Backlog.Item<>(C, "1"));
  }

  @Test
  void subject_inWork_isNotGivenAwayAgainUntilItIsDone() throws Exception {
    backlog.put(A, "1");
    backlog.take();
    backlog.put(A, "2");
    backlog.put(B, "1");

    assertThat(backlog.take()).contains(new Backlog.Item<>(B, "1"));
    assertThat(backlog.depth()).isEqualTo(2);
    CompletableFuture<Optional<Backlog.Item<String>>> next =
        CompletableFuture.supplyAsync(this::take);
    backlog.done(A);

    assertThat(next.get()).contains(new Backlog.Item<>(A, "2"));
  }

  @Test
  void newerWord_ofASubjectInWork_canBeTakenOver() throws Exception {
    backlog.put(A, "1");
    backlog.take();
    assertThat(backlog.newer(A)).isEmpty();

    backlog.put(A, "2");

    assertThat(backlog.newer(A)).contains("2");
    assertThat(backlog.newer(A)).isEmpty();
  }

  @Test
  void closed_givesWhatIsLeft_andThenNothing() throws Exception {
    backlog.put(A, "1");
    backlog.close();

    assertThat(backlog.take()).isPresent();
    assertThat(backlog.awaitEmpty(Duration.ZERO)).isFalse();
    backlog.done(A);
    assertThat(backlog.awaitEmpty(Duration.ZERO)).isTrue();
    assertThat(backlog.take()).isEmpty();
  }

  private Optional<Backlog.Item<String>> take() {
    try {
      return backlog.take();
    } catch (InterruptedException ended) {
      throw new IllegalStateException(ended);
    }
  }
}
