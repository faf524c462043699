package dev.rampline.subscriber;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.rampline.adapter.configuration.InstallationName;
import dev.rampline.ingest.Publisher;
import dev.rampline.ingest.Publisher.Unsent;
import dev.rampline.ledger.InMemoryLedger;
import dev.rampline.testkit.alarm.AlarmTemplate;
import dev.rampline.testkit.alarm.RecordedMetrics;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
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
  private static final Path INFRASTRUCTURE = Path.of("..", "infrastructure");

  /** The number of reports of a task within an alarm's period. */
  private static final int MINUTES = 5;

  private final AlarmTemplate alarms = read("subscriber.yaml");
  private final List<String> lines = new CopyOnWriteArrayList<>();
  private final MetricsFixture subscriber = new MetricsFixture(new InMemoryLedger(), lines);

  StackAlarmsTest() throws IOException {}

  @Test
  void everyAlarm_isTested() {
    assertThat(alarms.ids())
        .containsExactlyInAnyOrder(
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
    assertThat(alarms.ids())
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

  @Test
  void unsentMessage_setsOffTheAlarmOfTheApplication() throws IOException {
    Publisher failing =
        (messages, deadline) ->
            messages.stream().map(message -> new Unsent(message, false, "Simulated")).toList();
    try (MetricsFixture unable = new MetricsFixture(new InMemoryLedger(), failing, lines)) {
      unable.start();
      unable.receive("o-1");
      await().until(() -> lines.stream().anyMatch(line -> line.contains("left-to-relay")));
      unable.report(0);
    }

    assertThat(goesOff(read("alarms.yaml"), "SendsFailedAlarm")).isTrue();
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
    return goesOff(alarms, alarm);
  }

  private boolean goesOff(AlarmTemplate template, String alarm) {
    RecordedMetrics metrics = new RecordedMetrics();
    lines.forEach(metrics::read);
    return template.alarm(alarm).isTriggeredBy(metrics);
  }

  /** Reads a template whose alarms do not refer to parameters, other than the name. */
  static AlarmTemplate read(String file) throws IOException {
    Path template = INFRASTRUCTURE.resolve(file);
    return AlarmTemplate.read(template, template, InstallationName.DEFAULT);
  }
}
