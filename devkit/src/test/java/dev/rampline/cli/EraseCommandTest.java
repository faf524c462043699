package dev.rampline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rampline.embedded.QueuePlan;
import dev.rampline.event.Subject;
import dev.rampline.ledger.Revision;
import dev.rampline.ledger.Tombstone;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Forgetting, on real stores whose letters still tell of whoever was forgotten. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class EraseCommandTest {
  private final RecoveryFixture stage = new RecoveryFixture();

  @AfterEach
  void empty() {
    stage.empty();
  }

  @AfterAll
  void close() {
    stage.close();
  }

  @Test
  void knownOrder_isForgotten_andLaterWebhooksBringNothingBack() {
    stage.createOrder("gone");

    CommandRun run = stage.run("forget", "order/gone");

    assertThat(run.code()).isZero();
    assertThat(run.out())
        .containsPattern("subject +order/gone")
        .containsPattern("outcome +erased\\R")
        .containsPattern("version +1");
    assertThat(stage.trigger("gone").code()).isZero();
    assertThat(stage.drain(QueuePlan.EVENTS)).isEmpty();
  }

  @Test
  void forgottenOrder_isShownAsSuch() {
    Revision revision = new Revision(3, 2, List.of(), Instant.EPOCH);

    assertThat(OrderView.of(new Tombstone(Subject.order("gone"), revision)).toString())
        .isEqualTo(
            "{\"subject\":\"order/gone\",\"version\":2,\"erasedAt\":\"1970-01-01T00:00:00Z\"}");
  }

  @Test
  void forgettingTwice_saysSo_andIsNoFailure() {
    stage.createOrder("twice");
    stage.run("forget", "order/twice");

    CommandRun again = stage.run("forget", "order/twice", "--json");

    assertThat(again.code()).isZero();
    assertThat(again.out())
        .startsWith("{\"subject\":\"order/twice\",\"outcome\":\"already erased\",\"version\":1,");
  }

  @Test
  void subject_thatNobodyKnows_isToldInItsOwnWords() {
    CommandRun run = stage.run("forget", "kyc/customer/nobody");

    assertThat(run.code()).isEqualTo(1);
    assertThat(run.out()).contains("unknown: the ledger has nothing of it");
  }

  @Test
  void republish_sendsNothingOfAForgottenSubject() {
    stage.createOrder("unsaid");
    stage.run("forget", "order/unsaid");

    CommandRun one = stage.run("republish", "--subject", "order/unsaid");

    assertThat(one.code()).isEqualTo(1);
    assertThat(one.out()).contains("sent     0", "left     order/unsaid: it was forgotten");
    assertThat(stage.run("republish", "--all").code()).isZero();
    assertThat(stage.drain(QueuePlan.EVENTS)).noneMatch(body -> body.contains("order/unsaid"));
  }

  @Test
  void letters_ofAForgottenSubject_areNeitherSentNorDeleted() {
    String message = stage.createOrder("dead");
    stage.run("forget", "order/dead");
    stage.send(QueuePlan.RELAY_DEAD, "{\"subject\":\"order/dead\",\"version\":1,\"reason\":\"X\"}");
    stage.sendDeadEvent("order/dead", message);

    for (String queue : new String[] {"relay", "events"}) {
      CommandRun run = stage.run("redrive", "--from", queue);
      assertThat(run.code()).isEqualTo(1);
      assertThat(run.out())
          .contains("sent     0", "left     order/dead/1: its subject was forgotten");
    }
    assertThat(stage.drain(QueuePlan.EVENTS)).isEmpty();
    assertThat(stage.drain(QueuePlan.RELAY_DEAD)).hasSize(1);
    assertThat(stage.drain(QueuePlan.EVENTS_DEAD)).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"forget", "forget nonsense", "forget order/", "forget order/one order/two"})
  void nonsense_isMisuse(String line) {
    assertThat(CommandRun.of(line.split(" ")).code()).isEqualTo(2);
  }

  @Test
  void nothingThere_isToldInOneSentence() {
    CommandRun run = CommandRun.of("forget", "order/one", "--port-offset", "49999");

    assertThat(run.code()).isEqualTo(1);
    assertThat(run.err()).startsWith("No stores answer; start ./rampline dev first");
  }
}
