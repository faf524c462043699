package dev.rampline.reconcile;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rampline.reconcile.ReconciliationReport.Count;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** A run counts the states that the API reported before any webhook did, and unsent messages. */
class FirstReportTest extends ReconciliationFixture {
  @Test
  void statesThatNoWebhookReported_areCounted() {
    run();
    provider.addOrder("o-1", "PROCESSING", now);
    provider.addOrder("o-2", "COMPLETED", now);

    assertThat(run().count(Count.FIRST_REPORTED)).isEqualTo(2);
    assertThat(run().count(Count.FIRST_REPORTED)).isZero();
  }

  @Test
  void ordersBeforeTheFirstScan_areNotCounted() {
    provider.addOrder("o-1", "COMPLETED", START.minus(Duration.ofDays(1)));

    ReconciliationReport report = run();

    assertThat(report.recovered()).hasSize(1);
    assertThat(report.count(Count.FIRST_REPORTED)).isZero();
  }

  @Test
  void newFieldsAndConfirmations_areNotCounted() {
    run();
    webhook("{\"eventName\":\"ORDER_PROCESSING\",\"data\":{\"id\":\"o-1\"}}");
    webhook("{\"eventName\":\"ORDER_COMPLETED\",\"data\":{\"id\":\"o-2\"}}");
    provider.addOrder("o-1", "PROCESSING", now);
    provider.addOrder("o-2", "COMPLETED", now);
    after(Duration.ofMinutes(5));

    ReconciliationReport report = run();

    assertThat(report.recovered()).isNotEmpty();
    assertThat(report.count(Count.FIRST_REPORTED)).isZero();
  }

  @Test
  void unsentMessages_areCounted_alsoOfConfirmations() {
    run();
    webhook("{\"eventName\":\"ORDER_COMPLETED\",\"data\":{\"id\":\"o-1\"}}");
    provider.addOrder("o-1", "COMPLETED", now);
    provider.addOrder("o-2", "PROCESSING", now);
    after(Duration.ofMinutes(5));
    queue.fail();

    assertThat(run().count(Count.LEFT_TO_RELAY)).isEqualTo(2);
  }
}
