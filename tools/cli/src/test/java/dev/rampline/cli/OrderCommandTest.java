package dev.rampline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.rampline.adapter.wiring.Closer;
import dev.rampline.cli.options.ProjectHome;
import dev.rampline.cli.start.DevEnvironment;
import dev.rampline.devstack.DevKeys;
import dev.rampline.devstack.DevStack;
import dev.rampline.devstack.Ports;
import dev.rampline.devstack.RunningDevStack;
import dev.rampline.emulator.ApiFaultInjector;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Looks up orders and customers of a running stack. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class OrderCommandTest {
  private static final JsonMapper JSON = new JsonMapper();

  private final int offset = FreeOffset.find();
  private final Closer started = new Closer();

  @BeforeAll
  void start() {
    DevKeys keys = DevKeys.random();
    DevStack.Settings settings =
        new DevStack.Settings(Ports.withOffset(offset), false, keys, Map.of(), _ -> {});
    DevEnvironment dev =
        started.register(
            DevEnvironment.start(
                new DevEnvironment.Options(settings, true, ApiFaultInjector.NONE, false)));
    started.register(
        new RunningDevStack(
                ProcessHandle.current().pid(),
                dev.stack().webhookUrl(),
                keys,
                URI.create(String.valueOf(dev.providerUrl())))
            .writeFile(ProjectHome.state(), offset));
    run("trigger", "ORDER_COMPLETED", "--order-id", "agreed");
    run("trigger", "--scenario", "conflict", "--order-id", "conflicting", "--pace", "0");
    run("trigger", "KYC_APPROVED");
  }

  @AfterAll
  void close() {
    started.close();
  }

  @Test
  void agreeingOrder_isFound() {
    CommandRun run = run("order", "agreed");

    assertThat(run.code()).as(run.out() + run.err()).isZero();
    assertThat(run.out())
        .startsWith("Ledger: completed, not confirmed. Provider: COMPLETED. They agree. Next check")
        .contains("\norder/agreed\n  message     order/agreed/1\n")
        .containsPattern(
            "\n  \\d\\d:\\d\\d:\\d\\d +completed +webhook +signed +state-changed +1 +COMPLETED\n")
        .containsPattern("\n  fiatAmount +100 +100\n")
        .contains("\nQueues\n  empty: retry, quarantine, and all dead-letter queues\n");
  }

  @Test
  void conflictingOrder_differs_byEveryId() {
    for (String id : List.of("conflicting", "partner-conflicting", "order/conflicting")) {
      CommandRun run = run("order", id);

      assertThat(run.code()).as(id).isEqualTo(3);
      assertThat(run.out())
          .startsWith("Ledger: completed, not confirmed. Provider: FAILED. Conflict open since ")
          .containsPattern("\n  state +completed +FAILED +different\n");
    }
  }

  @Test
  void customer_isFoundByItsIdAndItsSubject() {
    for (String id : List.of("12345", "kyc/customer/12345")) {
      CommandRun run = run("order", id);

      assertThat(run.code()).as(run.out()).isZero();
      assertThat(run.out())
          .startsWith("Ledger: approved, not confirmed. Provider: APPROVED. They agree.")
          .contains("\nkyc/customer/12345\n");
    }
  }

  @Test
  void idOfSeveralSubjects_showsAll_withTheWorstExitCode() {
    run("trigger", "ORDER_COMPLETED", "--order-id", "12345");

    CommandRun run = run("order", "12345");

    assertThat(run.code()).isZero();
    assertThat(run.out())
        .startsWith("12345 is the id of 2 subjects: order/12345, kyc/customer/12345.")
        .contains("\norder/12345\n", "\nkyc/customer/12345\n");
    assertThat(run("order", "12345", "--json").out()).hasLineCount(2);
  }

  @Test
  void unknownId_isNotFound() {
    CommandRun run = run("order", "nothing");

    assertThat(run.code()).isEqualTo(1);
    assertThat(run.out())
        .startsWith("Ledger: no record. Provider: not known.")
        .endsWith(
            "Looked for an order with this id of the provider or the partner, and for a"
                + " customer.\n");
    assertThat(run("order", "kyc/user/nothing").code()).isEqualTo(1);
  }

  @Test
  void json_hasTheSameContent() throws Exception {
    CommandRun run = run("order", "conflicting", "--json");

    assertThat(run.code()).isEqualTo(3);
    JsonNode order = JSON.readTree(run.out());
    assertThat(order.fieldNames())
        .toIterable()
        .containsExactly(
            "subject",
            "outcome",
            "verdict",
            "ledger",
            "provider",
            "differences",
            "fields",
            "timeline",
            "queues");
    assertThat(order.path("ledger").fieldNames())
        .toIterable()
        .containsExactly(
            "state",
            "confirmedAt",
            "version",
            "messageId",
            "updatedAt",
            "nextCheckAt",
            "failedLookups",
            "traceId",
            "conflict",
            "unrecognized",
            "aliases");
    assertThat(order.path("outcome").asText()).isEqualTo("differs");
    assertThat(order.at("/ledger/messageId").asText()).isEqualTo("order/conflicting/4");
    assertThat(order.at("/ledger/conflict/terminalStates"))
        .hasToString("[\"completed\",\"failed\"]");
    assertThat(order.at("/provider/state").asText()).isEqualTo("failed");
    assertThat(order.at("/differences")).hasToString("[\"state\"]");
    assertThat(order.at("/fields/fiatAmount"))
        .hasToString("{\"ledger\":\"100\",\"provider\":\"100\"}");
    assertThat(order.at("/timeline/3/decision").asText()).isEqualTo("conflict");
    assertThat(order.at("/timeline/3/reported").asText()).isEqualTo("FAILED");
    assertThat(order.at("/queues/relayDead").asInt(-1)).isZero();
  }

  @ParameterizedTest
  @ValueSource(strings = {"kyc/customer/sha256:6ce79f927bff9d9c8dfb", "order/sha256:6ce79f927bff"})
  void hashOfAnId_isExplained(String subject) {
    CommandRun run = run("order", subject);

    assertThat(run.code()).isEqualTo(1);
    assertThat(run.err()).contains("is the hash that log entries contain").hasLineCount(1);
  }

  @Test
  void stackThatIsNotRunning_isSaid() {
    CommandRun run = CommandRun.of("order", "agreed", "--port-offset", "50000");

    assertThat(run.code()).isEqualTo(1);
    assertThat(run.err())
        .startsWith("Cannot connect to the stores. Start `./rampline dev` first")
        .hasLineCount(1);
  }

  @Test
  void trigger_endsWithTheStateAndTheNextCommand() {
    assertThat(run("trigger", "ORDER_COMPLETED", "--order-id", "sent").out())
        .endsWith(
            "order/sent is completed.\nNext: ./rampline order order/sent --port-offset %d\n"
                .formatted(offset));
    assertThat(run("trigger", "--scenario", "conflict", "--pace", "0", "--order-id", "other").out())
        .contains("\norder/other is completed, with an open conflict.\nNext: ");
    assertThat(run("trigger", "ORDER_COMPLETED", "--order-id", "sent", "--json").out())
        .hasLineCount(1);
    assertThat(run("trigger", "ORDER_COMPLETED", "--socket").out())
        .contains("Next: ./rampline order order/");
  }

  private CommandRun run(String... arguments) {
    List<String> line = new ArrayList<>(List.of(arguments));
    line.addAll(List.of("--port-offset", Integer.toString(offset)));
    return CommandRun.of(line.toArray(String[]::new));
  }
}
