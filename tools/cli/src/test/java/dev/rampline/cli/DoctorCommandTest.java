package dev.rampline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.rampline.devstack.DevKeys;
import dev.rampline.devstack.RunningDevStack;
import dev.rampline.resources.QueuePlan;
import java.net.URI;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Damages the embedded stack in different ways and runs the doctor. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DoctorCommandTest {
  private static final JsonMapper JSON = new JsonMapper();

  private final DoctorFixture fixture = new DoctorFixture();

  @AfterEach
  void restore() {
    fixture.restore();
  }

  @AfterAll
  void close() {
    fixture.close();
  }

  @Test
  void healthyStack_isReportedIn80Columns_withoutKeys() throws Exception {
    CommandRun run = fixture.runDoctor();

    assertThat(run.code()).as(run.out()).isZero();
    assertThat(run.out()).contains("ok       table rampline-ledger", "The API lists orders.");
    assertThat(run.out()).doesNotContain("fail", "warn");
    assertThat(run.out().lines()).allMatch(line -> line.length() <= 80);
    assertThat(run.out())
        .doesNotContain(
            fixture.keys.accessTokens().getFirst(), fixture.keys.webhookSecrets().getFirst())
        .doesNotContain(fixture.keys.api().apiKey(), fixture.keys.api().apiSecret());
  }

  @Test
  void checksThatEmulatorsDoNotSupport_areSkipped() throws Exception {
    assertThat(fixture.runDoctor().out())
        .contains("skipped  table, protection", "skipped  queues, retention and protection");
  }

  @Test
  void missingTable_isAFailure() throws Exception {
    fixture.dropTable();

    assertFailure(fixture.runDoctor(), "The table does not exist", "-> Stop `./rampline dev`");
  }

  @Test
  void tableWithoutAnIndex_isAFailure() throws Exception {
    fixture.replaceTable(
        plan ->
            plan.globalSecondaryIndexes(plan.build().globalSecondaryIndexes().getLast())
                .attributeDefinitions(
                    plan.build().attributeDefinitions().stream()
                        .filter(
                            it -> List.of("subject", "partnerOrderId").contains(it.attributeName()))
                        .toList()));

    assertFailure(fixture.runDoctor(), "The table has no index open.");
  }

  @Test
  void tableWithoutAStream_isAFailure() throws Exception {
    fixture.replaceTable(plan -> plan.streamSpecification(stream -> stream.streamEnabled(false)));

    assertFailure(fixture.runDoctor(), "The table has no stream");
  }

  @Test
  void queueWithoutADeadLetterQueue_isAFailure() throws Exception {
    fixture.dropQueue(QueuePlan.EVENTS);
    fixture.queues.createQueue(
        queue ->
            queue
                .queueName(QueuePlan.EVENTS.queueName())
                .attributes(QueuePlan.EVENTS.attributes()));

    assertFailure(
        fixture.runDoctor(),
        "fail queue rampline-events.fifo",
        "The dead-letter queue is not rampline-events-dead.fifo.",
        "The maximum receive count is not 1000.");
  }

  @Test
  void missingQueue_isAFailure() throws Exception {
    fixture.dropQueue(QueuePlan.RELAY_DEAD);

    assertFailure(fixture.runDoctor(), "The queue does not exist.");
  }

  @Test
  void deadLetteredMessage_isAWarning_withALinkToTheRunbook() throws Exception {
    fixture.queues.sendMessage(
        message -> message.queueUrl(fixture.url(QueuePlan.RELAY_DEAD)).messageBody("{}"));

    CommandRun run = fixture.runDoctor();
    assertThat(run.code()).isZero();
    assertThat(run.out())
        .contains("warn     messages in rampline-relay-dead", "About 1 messages in the queue.")
        .contains("-> see docs/runbook.md#rampline-relay-dead");
  }

  @Test
  void unavailableProvider_isAFailure_andItsClockIsSkipped() throws Exception {
    CommandRun run = fixture.runDoctor(running -> at(running, URI.create("http://127.0.0.1:1")));

    assertFailure(run, "Cannot connect to http://127.0.0.1:1: the connection was refused.");
    assertThat(run.out()).contains("skipped  clock, provider");
  }

  @Test
  void rejectedApiKey_isAFailure() throws Exception {
    CommandRun run =
        fixture.runDoctor(
            it ->
                new RunningDevStack(it.pid(), it.webhookUrl(), DevKeys.random(), it.providerUrl()));

    assertFailure(run, "The API responds but does not list orders: HTTP status 401.");
  }

  @Test
  void webhookUrlOfAnotherServer_isAFailure() throws Exception {
    CommandRun run =
        fixture.runDoctor(
            it -> new RunningDevStack(it.pid(), fixture.unusedUrl(), it.keys(), it.providerUrl()));

    assertFailure(
        run, "responds with 404, but not from the webhook function.", "/webhooks/ozzobit");
  }

  @Test
  void findings_asJson_areOneLineEach() throws Exception {
    fixture.dropQueue(QueuePlan.RELAY_DEAD);

    CommandRun run = fixture.runDoctor("--json");
    assertThat(run.code()).isEqualTo(1);
    for (String line : run.out().lines().toList()) {
      JsonNode finding = JSON.readTree(line);
      assertThat(finding.path("grade").asText()).isIn("ok", "warn", "fail", "skipped");
      assertThat(finding.has("remedy"))
          .isEqualTo(List.of("warn", "fail").contains(finding.path("grade").asText()));
    }
  }

  @Test
  void missingStack_isAFailure() {
    CommandRun run = CommandRun.of("doctor", "--port-offset", "50000");

    assertFailure(run, "Cannot connect", "skipped  keys");
  }

  @Test
  void awsWithoutAStack_isAnInvalidArgument() {
    assertThat(CommandRun.of("doctor", "--region", "eu-central-1").code()).isEqualTo(2);
  }

  private static RunningDevStack at(RunningDevStack running, URI provider) {
    return new RunningDevStack(running.pid(), running.webhookUrl(), running.keys(), provider);
  }

  private static void assertFailure(CommandRun run, String... texts) {
    assertThat(run.code()).as(run.out()).isEqualTo(1);
    assertThat(run.out().replaceAll("\\s+", " ")).contains("fail ");
    for (String text : texts) {
      assertThat(run.out().replaceAll("\\s+", " ")).contains(text.replaceAll("\\s+", " "));
    }
  }
}
