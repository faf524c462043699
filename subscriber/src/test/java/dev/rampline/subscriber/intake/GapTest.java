package dev.rampline.subscriber.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.rampline.event.Subject;
import java.io.IOException;
import java.util.concurrent.Semaphore;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class GapTest extends IntakeStage {
  private final Semaphore answers = new Semaphore(0);

  GapTest() throws IOException {
    api.beforeTheList(answers::acquireUninterruptibly);
  }

  @Test
  void gap_thatIsToldOfDuringARun_isReconciledByOneMore() {
    Intake intake = asking(10);
    intake.subscribed();
    await().until(() -> api.lists() == 1);

    IntStream.range(0, 5)
        .forEach(
            cut -> {
              intake.lost("in a test");
              intake.subscribed();
            });
    answers.release(10);

    await().until(() -> runs() == 2);
    assertThat(api.lists()).isEqualTo(2);
    assertThat(answers.availablePermits()).isEqualTo(8);
  }

  @Test
  void run_thatFails_isFollowedByAnother_andHarmsNoWord() {
    api.isDown(true);
    answers.release(1_000);
    Intake intake = asking(10);

    intake.subscribed();
    order(id, "COMPLETED");
    awaitRecord(Subject.order(id), known -> true);
    await().until(() -> runs() >= 1);
    assertThat(lines).anyMatch(line -> line.contains("\"stopped\":1"));
    api.isDown(false);

    await().until(() -> lines.stream().anyMatch(line -> line.contains("\"pass\":\"completed\"")));
    assertThat(deaths).isEmpty();
  }

  private long runs() {
    return lines.stream().filter(line -> line.contains("\"pass\"")).count();
  }
}
