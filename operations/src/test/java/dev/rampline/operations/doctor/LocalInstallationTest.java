package dev.rampline.operations.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rampline.embedded.LocalClients;
import dev.rampline.operations.doctor.CheckFinding.Failed;
import dev.rampline.operations.doctor.CheckFinding.Passed;
import dev.rampline.operations.doctor.CheckFinding.Skipped;
import dev.rampline.operations.doctor.CheckFinding.Warning;
import dev.rampline.operations.recovery.RecoveryStores;
import dev.rampline.operations.recovery.StoreClients;
import dev.rampline.resources.QueuePlan;
import java.io.IOException;
import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

class LocalInstallationTest {
  private static final String KEYS = "{\"accessTokens\":[\"an-access-token-of-fair-length-000\"]}";

  @AutoClose private final ScriptedStack provider = new ScriptedStack();
  private final RecoveryStores stores = new RecoveryStores();
  private final StoreClients clients = stores.newClients();
  private final Map<String, String> variables =
      new HashMap<>(
          Map.of("RAMPLINE_KEYS", KEYS, "RAMPLINE_PROVIDER_URL", provider.url().toString()));
  private Optional<URI> webhookUrl = Optional.of(URI.create(provider.url() + "/webhooks/ozzobit"));

  LocalInstallationTest() throws IOException {}

  @Test
  void healthyInstallation_passesEveryCheckThatIsSupported() throws Exception {
    DiagnosticReport report = report();

    assertThat(report.isHealthy()).isTrue();
    assertThat(checks(report, Passed.class))
        .contains(
            "table " + clients.table(),
            "queue rampline-events.fifo",
            "queue rampline-events-dead.fifo",
            "queue rampline-relay-dead",
            "queue rampline-retry",
            "queue rampline-retry-dead",
            "queue rampline-quarantine",
            "messages in rampline-events-dead.fifo",
            "messages in rampline-relay-dead",
            "messages in rampline-retry-dead",
            "messages in rampline-quarantine",
            "vocabulary",
            "keys",
            "access token",
            "webhook URL",
            "provider",
            "clock, provider");
    assertThat(checks(report, Skipped.class))
        .containsExactly(
            "table, protection", "queues, retention and protection", "stack, functions, alarms");
    assertThat(report.results()).hasSize(20);
  }

  @Test
  void withoutDev_onlyTheStoresAreChecked() throws Exception {
    variables.clear();
    webhookUrl = Optional.empty();

    assertThat(checks(report(), Skipped.class))
        .containsExactly(
            "table, protection",
            "queues, retention and protection",
            "keys",
            "webhook URL",
            "provider",
            "stack, functions, alarms");
  }

  @Test
  void missingRedrivePolicy_isAFailure() throws Exception {
    clients.queues().deleteQueue(delete -> delete.queueUrl(url(QueuePlan.RETRY)));
    clients.queues().createQueue(create -> create.queueName(QueuePlan.RETRY.queueName()));

    assertThat(checks(report(), Failed.class)).containsOnly("queue rampline-retry");
  }

  @Test
  void missingQueue_isAFailure() throws Exception {
    clients.queues().deleteQueue(delete -> delete.queueUrl(url(QueuePlan.RELAY_DEAD)));

    DiagnosticReport report = report();
    assertThat(report.isHealthy()).isFalse();
    assertThat(checks(report, Failed.class)).containsExactly("queue rampline-relay-dead");
  }

  @Test
  void payloadInQuarantine_isAWarning() throws Exception {
    stores.send(QueuePlan.QUARANTINE, "{}");

    assertThat(checks(report(), Warning.class)).containsExactly("messages in rampline-quarantine");
  }

  @Test
  void storeThatDoesNotRespond_isAFailure() throws Exception {
    clients.close();

    try (StoreClients gone = unreachable();
        LocalInstallation installation = new LocalInstallation(gone, variables, webhookUrl)) {
      Check table = installation.checks().getFirst();

      assertThat(DiagnosticReport.of(List.of(table)).results())
          .singleElement()
          .extracting(result -> result.finding().message())
          .asString()
          .startsWith("Cannot connect: ");
    }
  }

  private static StoreClients unreachable() {
    URI unused = URI.create("http://127.0.0.1:1");
    return new StoreClients(LocalClients.dynamoDb(unused), LocalClients.sqs(unused), "ledger");
  }

  private DiagnosticReport report() throws InterruptedException {
    try (LocalInstallation installation = new LocalInstallation(clients, variables, webhookUrl)) {
      return installation.runChecks();
    }
  }

  private String url(QueuePlan plan) {
    return clients.queues().getQueueUrl(wanted -> wanted.queueName(plan.queueName())).queueUrl();
  }

  private static List<String> checks(DiagnosticReport report, Class<? extends CheckFinding> grade) {
    return report.results().stream()
        .filter(result -> grade.isInstance(result.finding()))
        .map(DiagnosticReport.Result::check)
        .toList();
  }
}
