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

/** Breaks the embedded stack in one way after the other, and asks the doctor. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DoctorCommandTest {
  private static final JsonMapper JSON = new JsonMapper();

  private final DoctorFixture stage = new DoctorFixture();

  @AfterEach
  void putRight() {
    stage.restore();
  }

  @AfterAll
  void close() {
    stage.close();
  }

  @Test
  void soundStack_isToldInEightyColumns_withoutAnyKey() throws Exception {
    CommandRun run = stage.runDoctor();

    assertThat(run.code()).as(run.out()).isZero();
    assertThat(run.out()).contains("ok       table rampline-ledger", "The API lists orders.");
    assertThat(run.out()).doesNotContain("fail", "warn");
    assertThat(run.out().lines()).allMatch(line -> line.length() <= 80);
    assertThat(run.out())
        .doesNotContain(
            stage.keys.accessTokens().getFirst(), stage.keys.webhookSecrets().getFirst())
        .doesNotContain(stage.keys.api().apiKey(), stage.keys.api().apiSecret());
  }

  @Test
  void whatAnEmulatorDoesNotTell_isSkipped_notFine() throws Exception {
    assertThat(stage.runDoctor().out())
        .contains("skipped  table, protection", "skipped  queues, retention and protection");
  }

  @Test
  void missingTable_isWrong() throws Exception {
    stage.dropTable();

    assertWrong(stage.runDoctor(), "The table does not exist", "-> Stop `./rampline dev`");
  }

  @Test
  void tableWithoutAnIndex_isWrong() throws Exception {
    stage.replaceTable(
        plan ->
            plan.globalSecondaryIndexes(plan.build().globalSecondaryIndexes().getLast())
                .attributeDefinitions(
                    plan.build().attributeDefinitions().stream()
                        .filter(
                            it -> List.of("subject", "partnerOrderId").contains(it.attributeName()))
                        .toList()));

    assertWrong(stage.runDoctor(), "The table has no index open.");
  }

  @Test
  void tableWithoutAStream_isWrong() throws Exception {
    stage.replaceTable(plan -> plan.streamSpecification(stream -> stream.streamEnabled(false)));

    assertWrong(stage.runDoctor(), "The table has no stream");
  }

  @Test
  void queueWhoseDeadLettersGoNowhere_isWrong() throws Exception {
    stage.dropQueue(QueuePlan.EVENTS);
    stage.queues.createQueue(
        queue ->
            queue
                .queueName(QueuePlan.EVENTS.queueName())
                .attributes(QueuePlan.EVENTS.attributes()));

    assertWrong(stage.runDoctor(), "The dead-letter queue is not rampline-events-dead.fifo");
  }

  @Test
  void missingQueue_isWrong() throws Exception {
    stage.dropQueue(QueuePlan.RELAY_DEAD);

    assertWrong(stage.runDoctor(), "The queue does not exist.");
  }

  @Test
  void deadLetter_isAWarning_andLeadsToTheRunbook() throws Exception {
    stage.queues.sendMessage(
        letter -> letter.queueUrl(stage.url(QueuePlan.RELAY_DEAD)).messageBody("{}"));

    CommandRun run = stage.runDoctor();
    assertThat(run.code()).isZero();
    assertThat(run.out())
        .contains("warn     messages in rampline-relay-dead", "About 1 messages in the queue.")
        .contains("-> see docs/runbook.md#rampline-relay-dead");
  }

  @Test
  void providerThatIsDown_isWrong_andItsClockUnknown() throws Exception {
    CommandRun run = stage.runDoctor(running -> at(running, URI.create("http://127.0.0.1:1")));

    assertWrong(run, "Cannot connect to http://127.0.0.1:1: the connection was refused.");
    assertThat(run.out()).contains("skipped  clock, provider");
  }

  @Test
  void providerThatRefusesTheKeys_isWrong() throws Exception {
    CommandRun run =
        stage.runDoctor(
            it ->
                new RunningDevStack(it.pid(), it.webhookUrl(), DevKeys.random(), it.providerUrl()));

    assertWrong(run, "The API responds but does not list orders: HTTP status 401.");
  }

  @Test
  void webhookUrlThatLeadsElsewhere_isWrong() throws Exception {
    CommandRun run =
        stage.runDoctor(
            it -> new RunningDevStack(it.pid(), stage.unusedUrl(), it.keys(), it.providerUrl()));

    assertWrong(run, "responds with 404, but not from the webhook function.", "/webhooks/ozzobit");
  }

  @Test
  void finding_asJson_isALineOfItsOwn() throws Exception {
    stage.dropQueue(QueuePlan.RELAY_DEAD);

    CommandRun run = stage.runDoctor("--json");
    assertThat(run.code()).isEqualTo(1);
    for (String line : run.out().lines().toList()) {
      JsonNode finding = JSON.readTree(line);
      assertThat(finding.path("grade").asText()).isIn("ok", "warn", "fail", "skipped");
      assertThat(finding.has("remedy"))
          .isEqualTo(List.of("warn", "fail").contains(finding.path("grade").asText()));
    }
  }

  @Test
  void machineOnWhichNothingRuns_isWrong() {
    CommandRun run = CommandRun.of("doctor", "--port-offset", "50000");

    assertWrong(run, "Cannot connect", "skipped  keys");
  }

  @Test
  void wayToAws_withoutAStack_isMisuse() {
    assertThat(CommandRun.of("doctor", "--region", "eu-central-1").code()).isEqualTo(2);
  }

  private static RunningDevStack at(RunningDevStack running, URI provider) {
    return new RunningDevStack(running.pid(), running.webhookUrl(), running.keys(), provider);
  }

  private static void assertWrong(CommandRun run, String... texts) {
    assertThat(run.code()).as(run.out()).isEqualTo(1);
    assertThat(run.out().replaceAll("\\s+", " ")).contains("fail ");
    for (String text : texts) {
      assertThat(run.out().replaceAll("\\s+", " ")).contains(text.replaceAll("\\s+", " "));
    }
  }
}
