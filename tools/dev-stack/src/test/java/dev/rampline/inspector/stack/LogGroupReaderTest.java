package dev.rampline.inspector.stack;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;
import software.amazon.awssdk.services.cloudwatchlogs.CloudWatchLogsClient;

@Isolated("The credentials are system properties.")
class LogGroupReaderTest {
  private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

  private final StackFixture fixture = new StackFixture();
  private final CloudWatchLogsClient client =
      fixture.stack(Map.of()).aws().client(CloudWatchLogsClient.builder());
  private final LogGroupReader reader = new LogGroupReader(client, StackFixture.WEBHOOK_LOGS, NOON);
  private final List<String> read = new ArrayList<>();

  LogGroupReaderTest() throws IOException {}

  @AfterEach
  void stop() {
    client.close();
    fixture.close();
  }

  @Test
  void entries_areReadOnce_alsoThoseThatBecomeReadableLate() {
    log("before", -1);
    IntStream.range(0, 5).forEach(second -> log("on time " + second, 20 + second));
    assertThat(readNew()).isTrue();
    assertThat(read).hasSize(5).allMatch(it -> it.startsWith("on time"));

    log("late", 18);
    log("new", 40);
    read.clear();
    assertThat(readNew()).isTrue();
    assertThat(read).containsExactlyInAnyOrder("late", "new");

    read.clear();
    assertThat(readNew()).isTrue();
    assertThat(read).isEmpty();
  }

  @Test
  void surplus_isSkipped() {
    IntStream.range(0, 25).forEach(number -> log("entry", 1));

    assertThat(readNew()).isFalse();
    assertThat(read).hasSize(20);
    log("of before now", 50);
    log("new", 61);
    read.clear();
    assertThat(readNew()).isTrue();
    assertThat(read).containsExactly("new");
  }

  /** Reads a minute after noon. */
  private boolean readNew() {
    return reader.readNew(read::add, NOON.plusSeconds(60));
  }

  private void log(String message, int second) {
    fixture.log(StackFixture.WEBHOOK_LOGS, message, NOON.plusSeconds(second).toEpochMilli());
  }
}
