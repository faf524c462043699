package dev.rampline.alarm;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each alarm sees what it is there for, as the real handlers and queues tell it. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AlarmsTest {
  private final TemplateAlarms alarms = new TemplateAlarms();
  private final Map<String, Incident> incidents = new HashMap<>();
  private final RecordedMetrics ordinaryDay = new RecordedMetrics();

  AlarmsTest() throws IOException {
    incidents.putAll(WebhookIncidents.byAlarm());
    incidents.putAll(KeyIncidents.byAlarm());
    incidents.putAll(RelayIncidents.byAlarm());
    incidents.putAll(RetryQueueIncidents.byAlarm());
    incidents.putAll(ReconcileIncidents.byAlarm());
    incidents.putAll(QueueIncidents.byAlarm());
  }

  @BeforeAll
  void passAnOrdinaryDay() throws Exception {
    WebhookIncidents.ordinaryDay().happen(ordinaryDay);
    KeyIncidents.ordinaryDay().happen(ordinaryDay);
    RelayIncidents.ordinaryDay().happen(ordinaryDay);
    RetryQueueIncidents.ordinaryDay().happen(ordinaryDay);
    ReconcileIncidents.ordinaryDay().happen(ordinaryDay);
    QueueIncidents.ordinaryDay().happen(ordinaryDay);
  }

  Stream<String> alarms() {
    return alarms.names();
  }

  @Test
  void everyIncident_isOneThatAnAlarmIsThereFor() {
    assertThat(incidents).containsOnlyKeys(alarms.names().toList());
  }

  @ParameterizedTest
  @MethodSource("alarms")
  void alarm_goesOff_whenThatHappensWhichItIsThereFor(String name) throws Exception {
    RecordedMetrics instruments = new RecordedMetrics();

    Objects.requireNonNull(incidents.get(name)).happen(instruments);

    assertThat(alarms.alarm(name).goesOffAt(instruments.measurements()))
        .as("%s, at %s", alarms.alarm(name), instruments.measurements())
        .isTrue();
  }

  @ParameterizedTest
  @MethodSource("alarms")
  void alarm_isSilent_onAnOrdinaryDay(String name) {
    assertThat(alarms.alarm(name).goesOffAt(ordinaryDay.measurements()))
        .as("%s, at %s", alarms.alarm(name), ordinaryDay.measurements())
        .isFalse();
  }
}
