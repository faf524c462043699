package dev.rampline.reconcile;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rampline.erasure.Erasure;
import dev.rampline.event.Subject;
import dev.rampline.ledger.Ledger.Consistency;
import dev.rampline.ledger.Tombstone;
import dev.rampline.reconcile.ReconciliationReport.Count;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Reconciliation of erased subjects that the provider still returns. */
class ErasedSubjectsTest extends ReconciliationFixture {
  @Test
  void rowOfAnErasedOrder_isCounted_butNotLookedUp() {
    provider.addOrder("gone", "PROCESSING", START.minusSeconds(1));
    provider.addOrder("other", "PROCESSING", START.minusSeconds(2));
    run();
    erase("gone");
    provider.addOrder("gone", "COMPLETED", START.plusSeconds(1));
    provider.requests().clear();
    after(Duration.ofMinutes(1));

    ReconciliationReport report = run();

    assertThat(report.count(Count.ERASED)).isEqualTo(1);
    assertThat(report.recovered()).isEmpty();
    assertThat(provider.requests()).doesNotContain("gone");
    assertStaysErased("gone");
  }

  @Test
  void erasedLastRow_stillEndsTheScan() {
    provider.addOrder("gone", "PROCESSING", START.minusSeconds(1));
    run();
    erase("gone");
    after(Duration.ofHours(1));

    ReconciliationReport report = run();

    assertThat(report.scanCompleted()).isTrue();
    assertThat(report.count(Count.ERASED)).isEqualTo(1);
    assertStaysErased("gone");
  }

  @Test
  void closedOrder_isNotCheckedAgain() {
    provider.setListing(false);
    webhook("{\"eventName\":\"ORDER_PROCESSING\",\"data\":{\"id\":\"gone\"}}");
    erase("gone");
    after(Duration.ofDays(1));

    ReconciliationReport report = run();

    assertThat(report.count(Count.CHECKED)).isZero();
    assertThat(provider.requests()).doesNotContain("gone");
  }

  @Test
  void orderErasedDuringItsLookup_staysErased() {
    provider.addOrder("gone", "COMPLETED", START.minusSeconds(1));
    webhook("{\"eventName\":\"ORDER_PROCESSING\",\"data\":{\"id\":\"gone\"}}");
    provider.beforeEachOrder(() -> erase("gone"));

    ReconciliationReport report = run();

    assertThat(report.count(Count.ERASED)).isEqualTo(1);
    assertThat(report.recovered()).isEmpty();
    assertStaysErased("gone");
  }

  private void erase(String id) {
    new Erasure(ledger, () -> now).erase(Subject.order(id), soon());
  }

  private void assertStaysErased(String id) {
    assertThat(ledger.read(Subject.order(id), Consistency.STRONG, soon()))
        .containsInstanceOf(Tombstone.class);
  }
}
