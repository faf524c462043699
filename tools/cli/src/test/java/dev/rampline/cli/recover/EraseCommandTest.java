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
  void severalIds_areErased_byTheProvidersAndThePartnersIds() {
    fixture.createOrder("first");
    fixture.createOrder("second");

    CommandRun run = fixture.run("erase", "order/first", "second", "--json");

    assertThat(run.code()).as(run.err()).isZero();
    assertThat(run.out().lines())
        .hasSize(2)
        .allMatch(line -> line.contains("\"outcome\":\"erased\""));
    assertThat(run.out()).contains("order/first", "order/second");
  }

  @Test
  void idOfSeveralSubjects_isRefused_andNothingIsErased() {
    fixture.createOrder("one");
    fixture.createOrder("two");

    CommandRun run = fixture.run("erase", "order/one", "your-order-123");

    assertThat(run.code()).isEqualTo(1);
    assertThat(run.err())
        .contains("your-order-123 is the id of several subjects, and nothing was erased")
        .contains("order/one", "order/two");
    assertThat(fixture.run("republish", "--subject", "order/one").code()).isZero();
  }

  @Test
  void unknownId_isReported_andTheOthersAreErased() {
    fixture.createOrder("known");

    CommandRun run = fixture.run("erase", "unknown-id", "known");

    assertThat(run.code()).isEqualTo(1);
    assertThat(run.out())
        .containsPattern("subject +unknown-id\\Routcome +unknown: the ledger has no record")
        .containsPattern("subject +order/known\\Routcome +erased");
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
  @ValueSource(strings = {"erase", "erase order/", "erase kyc/other/one"})
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
