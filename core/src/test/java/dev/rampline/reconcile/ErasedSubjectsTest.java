package dev.rampline.reconcile;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rampline.erasure.Erasure;
import dev.rampline.event.Subject;
import dev.rampline.ledger.Ledger.Consistency;
import dev.rampline.ledger.Tombstone;
import dev.rampline.reconcile.ReconciliationReport.Count;
import dev.rampline.time.Deadline;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Whom the provider still tells of, and nobody here wants to know. */
class ErasedSubjectsTest extends ReconciliationFixture {
  @Test
  void row_ofAnErasedOrder_isCountedAndAskedNothingOf() {
    provider.addOrder("gone", "PROCESSING", START.minusSeconds(1));
    provider.addOrder("other", "PROCESSING", START.minusSeconds(2));
    run();
    forget("gone");
    provider.addOrder("gone", "COMPLETED", START.plusSeconds(1));
    provider.requests().clear();
    after(Duration.ofMinutes(1));

    ReconciliationReport report = run();

    assertThat(report.count(Count.ERASED)).isEqualTo(1);
    assertThat(report.recovered()).isEmpty();
    assertThat(provider.requests()).doesNotContain("gone");
    assertStaysForgotten("gone");
  }

  @Test
  void erasedLastRow_stillEndsTheScan() {
    provider.addOrder("gone", "PROCESSING", START.minusSeconds(1));
    run();
    forget("gone");
    after(Duration.ofHours(1));

    ReconciliationReport report = run();

    assertThat(report.scanCompleted()).isTrue();
    assertThat(report.count(Count.ERASED)).isEqualTo(1);
    assertStaysForgotten("gone");
  }

  @Test
  void closedOrder_isNotCheckedAgain() {
    provider.setListing(false);
    webhook("{\"eventName\":\"ORDER_PROCESSING\",\"data\":{\"id\":\"gone\"}}");
    forget("gone");
    after(Duration.ofDays(1));

    ReconciliationReport report = run();

    assertThat(report.count(Count.CHECKED)).isZero();
    assertThat(provider.requests()).doesNotContain("gone");
  }

  @Test
  void orderThatIsErasedWhileItIsRead_staysSo() {
    provider.addOrder("gone", "COMPLETED", START.minusSeconds(1));
    webhook("{\"eventName\":\"ORDER_PROCESSING\",\"data\":{\"id\":\"gone\"}}");
    provider.beforeEachOrder(() -> forget("gone"));

    ReconciliationReport report = run();

    assertThat(report.count(Count.ERASED)).isEqualTo(1);
    assertThat(report.recovered()).isEmpty();
    assertStaysForgotten("gone");
  }

  private void forget(String id) {
    new Erasure(ledger, () -> now).erase(Subject.order(id), soon());
  }

  private void assertStaysForgotten(String id) {
    assertThat(ledger.read(Subject.order(id), Consistency.STRONG, soon()))
        .containsInstanceOf(Tombstone.class);
  }

  private Deadline soon() {
    return Deadline.after(Duration.ofSeconds(10), () -> now);
  }
}
