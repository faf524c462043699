package dev.rampline.cli.recover;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rampline.cli.CommandRun;
import dev.rampline.resources.QueuePlan;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Erases subjects in real stores whose dead-letter queues still contain messages about them. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class EraseCommandTest {
  private final RecoveryFixture fixture = new RecoveryFixture();

  @AfterEach
  void empty() {
    fixture.empty();
  }

  @AfterAll
  void close() {
    fixture.close();
  }

  @Test
  void knownOrder_isErased_andLaterWebhooksDoNotRestoreIt() {
    fixture.createOrder("gone");

    CommandRun run = fixture.run("erase", "order/gone");

    assertThat(run.code()).isZero();
    assertThat(run.out())
        .containsPattern("subject +order/gone")
        .containsPattern("outcome +erased\\R")
        .containsPattern("version +1");
    assertThat(fixture.trigger("gone").code()).isZero();
    assertThat(fixture.drain(QueuePlan.EVENTS)).isEmpty();
  }

  @Test
  void secondErasure_isReported_andIsNoFailure() {
    fixture.createOrder("twice");
    fixture.run("erase", "order/twice");

    CommandRun again = fixture.run("erase", "order/twice", "--json");

    assertThat(again.code()).isZero();
    assertThat(again.out())
        .startsWith("{\"subject\":\"order/twice\",\"outcome\":\"already erased\",\"version\":1,");
  }

  @Test
  void unknownSubject_isReported() {
    CommandRun run = fixture.run("erase", "kyc/customer/unknown");

    assertThat(run.code()).isEqualTo(1);
    assertThat(run.out()).contains("unknown: the ledger has no record of it");
  }

  @Test
  void republish_sendsNothingAboutAnErasedSubject() {
    fixture.createOrder("unsent");
    fixture.run("erase", "order/unsent");

    CommandRun one = fixture.run("republish", "--subject", "order/unsent");

    assertThat(one.code()).isEqualTo(1);
    assertThat(one.out()).contains("sent     0", "not sent order/unsent: it was erased");
    assertThat(fixture.run("republish", "--all").code()).isZero();
    assertThat(fixture.drain(QueuePlan.EVENTS)).noneMatch(body -> body.contains("order/unsent"));
  }

  @Test
  void messagesOfAnErasedSubject_areNeitherSentNorDeleted() {
    String message = fixture.createOrder("dead");
    fixture.run("erase", "order/dead");
    fixture.send(
        QueuePlan.RELAY_DEAD, "{\"subject\":\"order/dead\",\"version\":1,\"reason\":\"X\"}");
    fixture.sendDeadEvent("order/dead", message);

    for (String queue : new String[] {"relay", "events"}) {
      CommandRun run = fixture.run("redrive", "--from", queue);
      assertThat(run.code()).isEqualTo(1);
      assertThat(run.out()).contains("sent     0", "not sent order/dead/1: its subject was erased");
    }
    assertThat(fixture.drain(QueuePlan.EVENTS)).isEmpty();
    assertThat(fixture.drain(QueuePlan.RELAY_DEAD)).hasSize(1);
    assertThat(fixture.drain(QueuePlan.EVENTS_DEAD)).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"erase", "erase nonsense", "erase order/", "erase order/one order/two"})
  void invalidArguments_areRejected(String line) {
    assertThat(CommandRun.of(line.split(" ")).code()).isEqualTo(2);
  }

  @Test
  void missingStores_areReportedInOneSentence() {
    CommandRun run = CommandRun.of("erase", "order/one", "--port-offset", "49999");

    assertThat(run.code()).isEqualTo(1);
    assertThat(run.err()).startsWith("Cannot connect to the stores. Start `./rampline dev` first");
  }
}
