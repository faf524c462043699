package dev.rampline.subscriber.processing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.rampline.event.Subject;
import java.io.IOException;
import java.util.concurrent.Semaphore;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ReconciliationTriggerTest extends ProcessorFixture {
  private final Semaphore responses = new Semaphore(0);

  ReconciliationTriggerTest() throws IOException {
    api.beforeList(responses::acquireUninterruptibly);
  }

  @Test
  void gapsDuringARun_leadToOneMoreRun() {
    SocketEventProcessor processor = withApi(10);
    processor.onSubscribed();
    await().until(() -> api.listRequests() == 1);

    IntStream.range(0, 5)
        .forEach(
            disconnect -> {
              processor.onDisconnected("in a test");
              processor.onSubscribed();
            });
    responses.release(10);

    await().until(() -> runs() == 2);
    assertThat(api.listRequests()).isEqualTo(2);
    assertThat(responses.availablePermits()).isEqualTo(8);
  }

  @Test
  void failedRun_isRepeated_andAffectsNoEvent() {
    api.setDown(true);
    responses.release(1_000);
    SocketEventProcessor processor = withApi(10);

    processor.onSubscribed();
    order(id, "COMPLETED");
    awaitRecord(Subject.order(id), record -> true);
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
