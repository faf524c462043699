package dev.rampline.deployment;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rampline.adapter.LocalStackAws;
import dev.rampline.cli.CommandRun;
import dev.rampline.devstack.LocalProvider;
import dev.rampline.devstack.Ports;
import dev.rampline.embedded.LocalClients;
import dev.rampline.emulator.ApiFaultInjector;
import dev.rampline.emulator.EmulatedPayloadParser;
import dev.rampline.ledger.LedgerRecord;
import dev.rampline.message.CloudEventMessage;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.sqs.SqsClient;

/** Runs the commands for operators on a deployed stack. */
@ExtendWith(SdkCredentials.class)
final class DeployedCommandsLocalStackIT {
  private static final String ORDER = "order/OZZOBiT-order-def";
  private static final String RELAY_DLQ_MESSAGE =
      "{\"subject\":\"%s\",\"version\":1,\"reason\":\"X\"}".formatted(ORDER);

  @RegisterExtension private static final LocalStackAws AWS = new LocalStackAws();

  private final DeployedFixture fixture = new DeployedFixture(AWS.aws());
  private final SqsClient queues = fixture.queues();

  DeployedCommandsLocalStackIT() throws IOException {
    fixture.putKeys(SampleEventFiles.keys());
  }

  @BeforeEach
  void receiveOrder() {
    webhook();
    assertThat(received()).containsExactly(message());
  }

  @AfterEach
  void close() {
    queues.close();
    fixture.close();
  }

  @Test
  void deadLetteredAndLostMessages_areResent() {
    String message = message();
    fixture.send("RelayDeadQueueUrl", RELAY_DLQ_MESSAGE);
    fixture.send("RetryDeadQueueUrl", "an event");
    sendDeadEvent(message);

    assertSent(run("republish", "--subject", ORDER));
    assertThat(received()).containsExactly(message);
    assertSent(run("republish", "--all"));
    assertThat(received()).containsExactly(message);
    assertSent(run("redrive", "--from", "relay"));
    assertThat(received()).containsExactly(message);
    assertThat(run("redrive", "--from", "events", "--dry-run").out()).contains(ORDER + "/1");
    assertSent(run("redrive", "--from", "events"));
    assertThat(received()).containsExactly(message);
    assertSent(run("redrive", "--from", "retry"));
    assertThat(fixture.receiveBodies("RetryQueueUrl")).containsExactly("an event");
    assertThat(run("redrive", "--from", "relay").out()).startsWith("sent     0");
  }

  @Test
  void erase_asksFirst_andIsPermanent() {
    String message = message();

    CommandRun asked = run("erase", ORDER);
    assertThat(asked.code()).isEqualTo(1);
    assertThat(asked.out()).contains("not erased", "failed");
    assertThat(asked.err()).contains("--yes");
    assertThat(fixture.records()).hasSize(1);

    assertThat(run("erase", ORDER, "--yes").code()).isZero();
    assertThat(run("erase", ORDER).out()).contains("already erased");
    assertThat(run("erase", "order/unknown", "--yes").out()).contains("unknown");

    webhook();
    fixture.send("RelayDeadQueueUrl", RELAY_DLQ_MESSAGE);
    sendDeadEvent(message);
    assertLeft(run("redrive", "--from", "relay"));
    assertLeft(run("redrive", "--from", "events"));
    assertLeft(run("republish", "--subject", ORDER));
    assertThat(fixture.records()).isEmpty();
    assertThat(fixture.receive(0)).isEmpty();
    assertThat(fixture.receiveBodies("RelayDeadQueueUrl")).containsExactly(RELAY_DLQ_MESSAGE);
  }

  @Test
  void order_isFoundByEachId_andSaysThatTheProviderDoesNotAnswer() {
    for (String id : List.of("OZZOBiT-order-def", "your-order-456", ORDER)) {
      CommandRun run = run("order", id);

      assertThat(run.code()).as(run.err()).isEqualTo(1);
      assertThat(run.out())
          .startsWith("Ledger: failed, not confirmed. Provider: no answer (")
          .containsPattern("\n  \\d\\d:\\d\\d:\\d\\d +failed +webhook +signed +state-changed +1 ")
          .containsPattern("\n  fiatAmount +50\n")
          .contains("\n  empty: retry, quarantine, and all dead-letter queues\n");
    }
    assertThat(run("order", "nothing").out()).startsWith("Ledger: no record.");
  }

  @Test
  void audit_readsTheStacksTable_andSaysThatTheProviderDoesNotAnswer(@TempDir Path folder)
      throws IOException {
    Path file =
        Files.writeString(
            folder.resolve("orders.csv"), "id,state,fiatAmount\nyour-order-456,failed,50.00\n");

    CommandRun ledger = run("audit", file.toString(), "--no-provider");
    CommandRun both = run("audit", file.toString());

    assertThat(ledger.code()).as(ledger.out() + ledger.err()).isZero();
    assertThat(ledger.out()).startsWith("Rows: 1. Orders in the ledger: 1.");
    assertThat(both.code()).isEqualTo(1);
    assertThat(both.out()).contains("the API did not return the rest: ", "No differences.");
  }

  @Test
  void reconcile_usesTheStacksKeysAndTable() throws IOException {
    fixture.putCredentials(SampleEventFiles.devKeys().document());
    try (LocalProvider provider =
        LocalProvider.start(Ports.ANY_FREE, SampleEventFiles.devKeys(), ApiFaultInjector.NONE)) {
      EmulatedPayloadParser.parse(SampleEventFiles.payload("order-failed"), Instant.now())
          .ifPresent(provider.state()::apply);
      EmulatedPayloadParser.parse(SampleEventFiles.payload("order-completed"), Instant.now())
          .ifPresent(provider.state()::apply);

      assertThat(run("reconcile", "--recheck-since", "2026-01-01T00:00:00Z").out())
          .isEqualToNormalizingNewlines("scheduled 1\n");
      CommandRun run = run("reconcile", "--provider", provider.apiUrl().toString(), "--json");

      assertThat(run.code()).as(run.err()).isZero();
      assertThat(run.out()).contains("\"confirmed\":1", "\"scanCompleted\":true");
    }
    assertThat(fixture.states()).containsEntry("order/OZZOBiT-order-abc", "completed");
    assertThat(run("order", ORDER).out()).startsWith("Ledger: failed, confirmed.");
  }

  @Test
  void quarantine_andItsRedrive_useTheStacksQueues() {
    fixture.send("QuarantineUrl", "{}");

    assertThat(run("quarantine").out()).contains("unknown format", "1 shown");
    assertThat(run("order", ORDER).out())
        .containsPattern(
            "payloads that could not be placed +1 +\\./rampline quarantine --stack "
                + fixture.stack().name());
    assertSent(run("redrive", "--from", "quarantine"));
    assertThat(fixture.receiveBodies("RetryQueueUrl")).containsExactly("{}");
    assertThat(run("redrive", "--from", "quarantine").out()).contains("The quarantine is empty.");
  }

  @Test
  void restoreVersions_raisesTheStacksRecords() {
    CommandRun run = run("restore-versions", "--floor", "1000", "--yes");

    assertThat(run.out()).contains("raised   1");
    assertThat(fixture.records()).extracting(LedgerRecord::version).containsExactly(1000L);
  }

  @Test
  void doctor_checksTheStacksResources() {
    CommandRun run = run("doctor");

    assertThat(run.err()).isEmpty();
    assertThat(run.code()).as("LocalStack has no functions").isEqualTo(1);
    assertThat(run.out())
        .contains("ok       stack " + fixture.stack().name())
        .contains("ok       queue %s-retry\n".formatted(fixture.stack().name()))
        .contains("ok       table %s-ledger\n".formatted(fixture.stack().name()))
        .contains("ok       keys\n");
  }

  @Test
  void unknownStack_isExplained() {
    CommandRun run = run("quarantine", "--stack", "no-such-stack");

    assertThat(run.code()).isEqualTo(1);
    assertThat(run.err())
        .startsWith("This account and region have no stack no-such-stack.")
        .hasLineCount(1);
  }

  private static void assertSent(CommandRun run) {
    assertThat(run.err()).isEmpty();
    assertThat(run.out()).isEqualToNormalizingNewlines("sent     1\n");
    assertThat(run.code()).isZero();
  }

  private static void assertLeft(CommandRun run) {
    assertThat(run.out()).startsWith("sent     0").contains("not sent " + ORDER, "erased");
    assertThat(run.code()).isEqualTo(1);
  }

  private CommandRun run(String... arguments) {
    URI endpoint = queues.serviceClientConfiguration().endpointOverride().orElseThrow();
    List<String> line = new ArrayList<>(List.of(arguments));
    line.addAll(List.of("--region", LocalClients.REGION, "--endpoint-url", endpoint.toString()));
    if (!line.contains("--stack")) {
      line.addAll(List.of("--stack", fixture.stack().name()));
    }
    return CommandRun.of(line.toArray(String[]::new));
  }

  private void webhook() {
    assertThat(
            fixture
                .functions()
                .webhook()
                .handleRequest(SampleEventFiles.genuine("order-failed"), null)
                .getStatusCode())
        .isEqualTo(200);
  }

  /** The current message of the order, as in its record. */
  private String message() {
    return fixture.currentMessages().getFirst().body();
  }

  private List<String> received() {
    return fixture.receive(1).values().stream()
        .flatMap(List::stream)
        .map(CloudEventMessage::body)
        .toList();
  }

  private void sendDeadEvent(String body) {
    queues.sendMessage(
        message ->
            message
                .queueUrl(fixture.stack().output("EventsDeadQueueUrl"))
                .messageBody(body)
                .messageGroupId(ORDER)
                .messageDeduplicationId("dead"));
  }
}
