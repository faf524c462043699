package dev.rampline.subscriber;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.rampline.ledger.InMemoryLedger;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Each alarm of the subscriber's stack goes off for its problem, with metrics of the real parts.
 * {@link QuietSocketTest} sets off the alarm for a quiet socket.
 */
class StackAlarmsTest {
  /** The number of reports of a task within an alarm's period. */
  private static final int MINUTES = 5;

  private final Map<String, StackAlarm> alarms = StackAlarm.all();
  private final List<String> lines = new CopyOnWriteArrayList<>();
  private final MetricsFixture subscriber = new MetricsFixture(new InMemoryLedger(), lines);

  StackAlarmsTest() throws IOException {}

  @Test
  void everyAlarm_isTested() {
    assertThat(alarms)
        .containsOnlyKeys(
            "SocketDisconnectedAlarm",
            "SocketQuietAlarm",
            "SubscriberSilentAlarm",
            "DuplicateSubscribersAlarm",
            "EventsDroppedAlarm",
            "UnflushedEventsAlarm",
            "SubscriberFaultsAlarm");
  }

  @Test
  void missingSubscription_setsOffItsAlarm() {
    reportMinutes();

    assertThat(goesOff("SocketDisconnectedAlarm")).isTrue();
  }

  @Test
  void missingMetrics_setOffTheAlarmsForThem() {
    assertThat(alarms.keySet())
        .filteredOn(this::goesOff)
        .containsExactlyInAnyOrder("SubscriberSilentAlarm", "SocketDisconnectedAlarm");
  }

  @Test
  void secondTask_setsOffItsAlarm() {
    reportMinutes();
    reportMinutes();

    assertThat(goesOff("DuplicateSubscribersAlarm")).isTrue();
  }

  @Test
  void droppedEvent_setsOffItsAlarm() {
    Stream.of("o-1", "o-2", "o-3").forEach(subscriber::receive);
    subscriber.report(0);

    assertThat(goesOff("EventsDroppedAlarm")).isTrue();
  }

  @Test
  void unwrittenEventAtShutdown_setsOffItsAlarm() {
    subscriber.receive("o-1");
    subscriber.report(subscriber.drain());

    assertThat(goesOff("UnflushedEventsAlarm")).isTrue();
  }

  @Test
  void bug_setsOffItsAlarm() {
    try (MetricsFixture broken = new MetricsFixture(new BrokenLedger(), lines)) {
      broken.start();
      broken.receive("o-1");
      await().until(() -> lines.stream().anyMatch(line -> line.contains("\"fault\"")));
      broken.report(0);
    }

    assertThat(goesOff("SubscriberFaultsAlarm")).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "SocketQuietAlarm",
        "SubscriberSilentAlarm",
        "DuplicateSubscribersAlarm",
        "EventsDroppedAlarm",
        "UnflushedEventsAlarm",
        "SubscriberFaultsAlarm"
      })
  void alarm_doesNotGoOff_inNormalOperation(String alarm) {
    subscriber.start();
    subscriber.receive("o-1");
    reportMinutes();
    subscriber.close();

    assertThat(goesOff(alarm)).isFalse();
  }

  private void reportMinutes() {
    for (int minute = 0; minute < MINUTES; minute++) {
      subscriber.report(0);
    }
  }

  private boolean goesOff(String alarm) {
    return Objects.requireNonNull(alarms.get(alarm)).goesOffAt(lines);
  }
}
