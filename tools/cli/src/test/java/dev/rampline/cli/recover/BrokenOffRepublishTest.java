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

/** Tests interrupted republish runs with more records than one batch, and the runs after them. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BrokenOffRepublishTest {
  private static final int ORDERS = 13;
  private static final int BATCH = 10;

  private final RecoveryFixture fixture = new RecoveryFixture();

  @BeforeAll
  void createOrders() {
    IntStream.range(0, ORDERS).forEach(number -> fixture.createOrder("order-" + number));
  }

  @AfterEach
  void empty() {
    fixture.empty();
  }

  @AfterAll
  void close() {
    fixture.close();
  }

  @Test
  void failedRun_reportsItsPosition_andTheNextRunContinues() {
    assertNextRunSendsTheRest(
        all(QueueCallFaults.from(2, SendMessageBatchRequest.class), StopAfter.neverStop()));
  }

  @Test
  void stoppedRun_reportsItsPosition_andTheNextRunContinues() {
    assertNextRunSendsTheRest(
        all(QueueCallFaults.none(), StopAfter.stopWhen(tally -> tally.sent() == BATCH)));
  }

  private RecoverySummary all(UnaryOperator<SqsRequest> fault, RunOptions options) {
    return new Republish(fixture.storeClients(fault), options).sendSince(Instant.MIN, null);
  }

  private void assertNextRunSendsTheRest(RecoverySummary broken) {
    assertThat(broken.sent()).isEqualTo(BATCH);
    assertThat(broken.stopReason()).isNotNull();

    CommandRun rest =
        fixture.run("republish", "--all", "--after", String.valueOf(broken.position()));

    assertThat(rest.out()).isEqualToNormalizingNewlines("sent     3\n");
    assertThat(fixture.drain(QueuePlan.EVENTS)).hasSize(ORDERS).doesNotHaveDuplicates();
  }
}
