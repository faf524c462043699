package dev.rampline.alarm;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Tests every alarm of the template with the metrics of real handlers and queues. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AlarmsTest {
  private final TemplateAlarms alarms = new TemplateAlarms();
  private final Map<String, Incident> incidents = new HashMap<>();
  private final RecordedMetrics normalOperation = new RecordedMetrics();

  AlarmsTest() throws IOException {
    incidents.putAll(WebhookIncidents.byAlarm());
    incidents.putAll(KeyIncidents.byAlarm());
    incidents.putAll(RelayIncidents.byAlarm());
    incidents.putAll(RetryQueueIncidents.byAlarm());
    incidents.putAll(ReconcileIncidents.byAlarm());
    incidents.putAll(QueueIncidents.byAlarm());
  }

  @BeforeAll
  void runNormalOperation() throws Exception {
    WebhookIncidents.normalOperation().run(normalOperation);
    KeyIncidents.normalOperation().run(normalOperation);
    RelayIncidents.normalOperation().run(normalOperation);
    RetryQueueIncidents.normalOperation().run(normalOperation);
    ReconcileIncidents.normalOperation().run(normalOperation);
    QueueIncidents.normalOperation().run(normalOperation);
  }

  Stream<String> alarms() {
    return alarms.names();
  }

  @Test
  void incidents_coverEveryAlarm() {
    assertThat(incidents).containsOnlyKeys(alarms.names().toList());
  }

  @ParameterizedTest
  @MethodSource("alarms")
  void alarm_isTriggered_byItsIncident(String name) throws Exception {
    RecordedMetrics metrics = new RecordedMetrics();

    Objects.requireNonNull(incidents.get(name)).run(metrics);

    assertThat(alarms.alarm(name).isTriggeredBy(metrics.measurements()))
        .as("%s, at %s", alarms.alarm(name), metrics.measurements())
        .isTrue();
  }

  /** The rest of the alarms measure Rampline's own state, which no forgery changes. */
  @ParameterizedTest
  @MethodSource("alarms")
  void alarm_isNotTriggered_byAFewForgeries(String name) throws Exception {
    RecordedMetrics metrics = new RecordedMetrics();
    WebhookIncidents.fewForgeries().run(metrics);

    Alarm alarm = alarms.alarm(name);
    assertThat(alarm.isTriggeredBy(metrics.measurements()))
        .isEqualTo(alarm.isTriggeredBy(List.of()));
  }

  @Test
  void signatureAlarm_isNotTriggered_byForgeriesBesideGenuineDeliveries() throws Exception {
    RecordedMetrics metrics = new RecordedMetrics();
    WebhookIncidents.forgeriesBesideTraffic().run(metrics);

    assertThat(alarms.alarm("SignatureFailuresAlarm").isTriggeredBy(metrics.measurements()))
        .isFalse();
  }

  @ParameterizedTest
  @MethodSource("alarms")
  void alarm_isNotTriggered_inNormalOperation(String name) {
    assertThat(alarms.alarm(name).isTriggeredBy(normalOperation.measurements()))
        .as("%s, at %s", alarms.alarm(name), normalOperation.measurements())
        .isFalse();
  }
}
