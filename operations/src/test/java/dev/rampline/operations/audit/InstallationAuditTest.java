package dev.rampline.operations.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rampline.adapter.aws.Clients;
import dev.rampline.adapter.configuration.ConfigurationException;
import dev.rampline.event.Subject;
import dev.rampline.operations.doctor.ScriptedStack;
import dev.rampline.operations.recovery.RecoveryStores;
import dev.rampline.operations.recovery.StoreClients;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.secretsmanager.SecretsManagerClient;
import software.amazon.awssdk.services.sqs.SqsClient;

/** Audits a table, and an API whose list is empty. */
class InstallationAuditTest {
  private static final Instant NOW = Instant.parse("2026-03-01T10:00:00Z");

  @AutoClose private final ScriptedStack provider = new ScriptedStack();
  private final RecoveryStores stores = new RecoveryStores();
  private final List<String> findings = new ArrayList<>();
  private final Map<AuditStage, Long> progress = new HashMap<>();
  @TempDir private Path folder;

  InstallationAuditTest() throws IOException {}

  @BeforeEach
  void put() {
    stores.put(Subject.order("o-1"), 1, NOW);
    stores.put(Subject.order("o-2"), 1, NOW);
    AuditFixture.write(folder.resolve("orders.csv"), "id", "o-1");
  }

  @Test
  void fileLedgerAndList_areCompared() {
    AuditSummary summary =
        run(new AuditScope(null, null, true), Map.of("RAMPLINE_PROVIDER_URL", url()));

    assertThat(findings)
        .containsExactly(
            "missing-at-provider o-1 - 2 state - unknown -",
            "missing-in-file o-2 - - state - unknown -",
            "missing-at-provider o-2 - - state - unknown -");
    assertThat(summary.provider()).isEqualTo(SourceCoverage.COMPLETE);
    assertThat(progress)
        .isEqualTo(
            Map.of(
                AuditStage.FILE, 1L,
                AuditStage.LEDGER, 2L,
                AuditStage.PROVIDER, 0L,
                AuditStage.COMPARISON, 0L));
  }

  @Test
  void listThatIsNotWantedOrNotConfigured_isNotCompared() {
    AuditSummary unwanted =
        run(new AuditScope(null, null, false), Map.of("RAMPLINE_PROVIDER_URL", url()));
    AuditSummary notConfigured = run(new AuditScope(null, null, true), Map.of());

    assertThat(unwanted.provider()).isNull();
    assertThat(notConfigured.provider()).isNull();
    assertThat(findings)
        .containsExactly(
            "missing-in-file o-2 - - state - unknown -",
            "missing-in-file o-2 - - state - unknown -");
  }

  @Test
  void times_selectTheOrdersThatTheFileLacks() {
    AuditSummary later = run(new AuditScope(NOW.plusNanos(1), null, false), Map.of());
    AuditSummary earlier = run(new AuditScope(null, NOW.minusNanos(1), false), Map.of());

    assertThat(findings).isEmpty();
    assertThat(later.window())
        .isNotNull()
        .satisfies(window -> assertThat(window.until()).isAfter(NOW));
    assertThat(earlier.window()).isEqualTo(new AuditWindow(Instant.MIN, NOW.minusNanos(1)));
  }

  @Test
  void invalidSetting_isAnError() {
    assertThatThrownBy(
            () ->
                run(
                    new AuditScope(null, null, true),
                    Map.of("RAMPLINE_PROVIDER_URL", "http://example.com")))
        .isInstanceOf(ConfigurationException.class);
  }

  private AuditSummary run(AuditScope scope, Map<String, String> more) {
    Map<String, String> environment = new HashMap<>(more);
    try (StoreClients clients = stores.newClients()) {
      environment.put("RAMPLINE_TABLE", clients.table());
      environment.put("RAMPLINE_QUEUE_URL", "http://127.0.0.1:1/0/rampline-events.fifo");
      environment.put(
          "RAMPLINE_KEYS", "{\"accessTokens\":[\"an-access-token-of-fair-length-000\"]}");
      return new InstallationAudit(new TableClients(clients), environment)
          .run(
              new OrderFile(folder.resolve("orders.csv")),
              scope,
              finding -> findings.add(AuditFixture.text(finding)),
              progress::put);
    }
  }

  private String url() {
    return provider.url().toString();
  }

  /** An audit needs no queue, and these keys are inline. */
  private record TableClients(StoreClients stores) implements Clients {
    @Override
    public DynamoDbClient dynamoDb() {
      return stores.tables();
    }

    @Override
    public SqsClient sqs() {
      throw new UnsupportedOperationException("An audit needs no queue");
    }

    @Override
    public SecretsManagerClient secretsManager() {
      throw new UnsupportedOperationException("The keys are inline");
    }
  }
}
