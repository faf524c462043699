package dev.rampline.devkit.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rampline.devkit.recovery.Republish;
import dev.rampline.devkit.recovery.Tally;
import dev.rampline.devkit.recovery.Terms;
import dev.rampline.embedded.QueuePlan;
import java.time.Instant;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import software.amazon.awssdk.services.sqs.model.SendMessageBatchRequest;
import software.amazon.awssdk.services.sqs.model.SqsRequest;

/** More records than one call to the queue takes, and a run that does not come to their end. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BrokenOffRepublishTest {
  private static final int ORDERS = 13;
  private static final int BATCH = 10;

  private final RecoveryStage stage = new RecoveryStage();

  @BeforeAll
  void takeOrders() {
    IntStream.range(0, ORDERS).forEach(number -> stage.known("order-" + number));
  }

  @AfterEach
  void empty() {
    stage.empty();
  }

  @AfterAll
  void close() {
    stage.close();
  }

  @Test
  void failedCall_tellsWhereItWas_andTheNextRunGoesOnThere() {
    assertRestFollows(all(Faults.from(2, SendMessageBatchRequest.class), Pressed.never()));
  }

  @Test
  void endedRun_tellsWhereItWas_andTheNextRunGoesOnThere() {
    assertRestFollows(all(Faults.none(), Pressed.terms(tally -> tally.sent() == BATCH)));
  }

  private Tally all(UnaryOperator<SqsRequest> fault, Terms terms) {
    return new Republish(stage.site(fault), terms).since(Instant.MIN, null);
  }

  private void assertRestFollows(Tally broken) {
    assertThat(broken.sent()).isEqualTo(BATCH);
    assertThat(broken.stoppedBy()).isNotNull();

    CommandRun rest = stage.run("republish", "--all", "--after", String.valueOf(broken.at()));

    assertThat(rest.out()).isEqualToNormalizingNewlines("sent     3\n");
    assertThat(stage.drained(QueuePlan.EVENTS)).hasSize(ORDERS).doesNotHaveDuplicates();
  }
}
