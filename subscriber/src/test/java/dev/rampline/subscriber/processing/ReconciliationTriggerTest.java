package dev.rampline.subscriber.processing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.rampline.event.Subject;
import java.io.IOException;
import java.util.concurrent.Semaphore;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ReconciliationTriggerTest extends ProcessorFixture {
  private final Semaphore answers = new Semaphore(0);

  ReconciliationTriggerTest() throws IOException {
    api.beforeList(answers::acquireUninterruptibly);
  }

  @Test
  void gap_thatIsToldOfDuringARun_isReconciledByOneMore() {
    SocketEventProcessor intake = withApi(10);
    intake.onSubscribed();
    await().until(() -> api.listRequests() == 1);

    IntStream.range(0, 5)
        .forEach(
            cut -> {
              intake.onDisconnected("in a test");
              intake.onSubscribed();
            });
    answers.release(10);

    await().until(() -> runs() == 2);
    assertThat(api.listRequests()).isEqualTo(2);
    assertThat(answers.availablePermits()).isEqualTo(8);
  }

  @Test
  void run_thatFails_isFollowedByAnother_andHarmsNoWord() {
    api.setDown(true);
    answers.release(1_000);
    SocketEventProcessor intake = withApi(10);

    intake.onSubscribed();
    order(id, "COMPLETED");
    awaitRecord(Subject.order(id), known -> true);
    await().until(() -> runs() >= 1);
    assertThat(lines).anyMatch(line -> line.contains("\"stopped\":1"));
    api.setDown(false);

    await()
        .until(() -> lines.stream().anyMatch(line -> line.contains("\"listScan\":\"completed\"")));
    assertThat(fatalErrors).isEmpty();
  }

  private long runs() {
    return lines.stream().filter(line -> line.contains("\"listScan\"")).count();
  }
}
