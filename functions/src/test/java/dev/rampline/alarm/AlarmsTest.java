package dev.rampline.alarm;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rampline.resources.ResourceNames;
import dev.rampline.testkit.alarm.AlarmTemplate;
import dev.rampline.testkit.alarm.MetricSeries;
import dev.rampline.testkit.alarm.RecordedMetrics;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Tests every alarm of the application with the metrics of real handlers and queues. The subscriber
 * tests its own alarms.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AlarmsTest {
  private static final Path ROOT = Path.of("..");

  private final AlarmTemplate alarms =
      AlarmTemplate.read(
          ROOT.resolve("infrastructure/alarms.yaml"),
          ROOT.resolve("template.yaml"),
          ResourceNames.LOCAL.name());
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
    return alarms.ids().stream();
  }

  @Test
  void incidents_coverEveryAlarm() {
    assertThat(incidents).containsOnlyKeys(alarms.ids());
  }

  @ParameterizedTest
  @MethodSource("alarms")
  void alarm_isTriggered_byItsIncident(String alarm) throws Exception {
    assertThat(isTriggered(alarm, Objects.requireNonNull(incidents.get(alarm)))).isTrue();
  }

  @ParameterizedTest
  @MethodSource("alarms")
  void alarm_isNotTriggered_inNormalOperation(String alarm) {
    assertThat(alarms.alarm(alarm).isTriggeredBy(normalOperation))
        .as("%s, at %s", alarms.alarm(alarm), normalOperation)
        .isFalse();
  }

  /** The rest of the alarms measure Rampline's own state, which no forgery changes. */
  @ParameterizedTest
  @MethodSource("alarms")
  void alarm_isNotTriggered_byAFewForgeries(String alarm) throws Exception {
    assertThat(isTriggered(alarm, WebhookIncidents.forgeries(5)))
        .isEqualTo(isTriggered(alarm, nothing -> {}));
  }

  @Test
  void signatureAlarm_isNotTriggered_byForgeriesBesideGenuineDeliveries() throws Exception {
    assertThat(isTriggered("SignatureFailuresAlarm", WebhookIncidents.forgeriesBesideTraffic()))
        .isFalse();
  }

  @Test
  void sendsFailedAlarm_isTriggered_byTheRetryFunction() throws Exception {
    assertThat(isTriggered("SendsFailedAlarm", RetryQueueIncidents.failingSends())).isTrue();
  }

  @Test
  void sendsFailedAlarm_isTriggered_byTheReconcileFunction() throws Exception {
    assertThat(isTriggered("SendsFailedAlarm", ReconcileIncidents.failingSends())).isTrue();
  }

  @Test
  void conflictThatTheApiSettles_raisesNoPage() throws Exception {
    assertThat(isTriggered("ConflictUnsettledAlarm", ReconcileIncidents.settledConflict()))
        .isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"WebhooksMissedAlarm", "WebhooksSilentAlarm", "NoValidSignatureAlarm"})
  void lostWebhooks_areNoSilence_whileOthersArrive(String alarm) throws Exception {
    Incident busy =
        metrics -> {
          WebhookIncidents.normalOperation().run(metrics);
          ReconcileIncidents.missedWebhooks(3).run(metrics);
        };

    assertThat(isTriggered(alarm, busy)).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"WebhooksMissedAlarm", "WebhooksSilentAlarm"})
  void pastOrdersOfTheFirstScan_areNoSilence(String alarm) throws Exception {
    assertThat(isTriggered(alarm, ReconcileIncidents.firstScan())).isFalse();
  }

  /** The subscriber asks the API at once, so the reconcile function finds nothing new. */
  @Test
  void lookupsOfTheSubscriber_countAsMissedWebhooks() throws Exception {
    MetricSeries lookups =
        MetricSeries.of(ResourceNames.LOCAL.name(), "firstReportedByApi", "function", "subscriber");

    assertThat(isTriggered("WebhooksMissedAlarm", metrics -> metrics.add(lookups, 2))).isTrue();
  }

  @Test
  void singleLostWebhook_raisesATicket_andNoPage() throws Exception {
    assertThat(isTriggered("WebhooksSilentAlarm", ReconcileIncidents.missedWebhooks(1))).isTrue();
    assertThat(isTriggered("WebhooksMissedAlarm", ReconcileIncidents.missedWebhooks(1))).isFalse();
  }

  private boolean isTriggered(String alarm, Incident incident) throws Exception {
    RecordedMetrics metrics = new RecordedMetrics();
    incident.run(metrics);
    return alarms.alarm(alarm).isTriggeredBy(metrics);
  }
}
