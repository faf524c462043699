package dev.rampline.cli.recover;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rampline.cli.CommandRun;
import dev.rampline.operations.recovery.RecoverySummary;
import dev.rampline.operations.recovery.Republish;
import dev.rampline.operations.recovery.RunOptions;
import dev.rampline.resources.QueuePlan;
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

  private final RecoveryFixture stage = new RecoveryFixture();

  @BeforeAll
  void takeOrders() {
    IntStream.range(0, ORDERS).forEach(number -> stage.createOrder("order-" + number));
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
    assertRestFollows(
        all(QueueCallFaults.from(2, SendMessageBatchRequest.class), StopAfter.neverStop()));
  }

  @Test
  void endedRun_tellsWhereItWas_andTheNextRunGoesOnThere() {
    assertRestFollows(
        all(QueueCallFaults.none(), StopAfter.stopWhen(tally -> tally.sent() == BATCH)));
  }

  private RecoverySummary all(UnaryOperator<SqsRequest> fault, RunOptions terms) {
    return new Republish(stage.storeClients(fault), terms).sendSince(Instant.MIN, null);
  }

  private void assertRestFollows(RecoverySummary broken) {
    assertThat(broken.sent()).isEqualTo(BATCH);
    assertThat(broken.stopReason()).isNotNull();

    CommandRun rest = stage.run("republish", "--all", "--after", String.valueOf(broken.position()));

    assertThat(rest.out()).isEqualToNormalizingNewlines("sent     3\n");
    assertThat(stage.drain(QueuePlan.EVENTS)).hasSize(ORDERS).doesNotHaveDuplicates();
  }
}
