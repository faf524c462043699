package dev.rampline.reconcile;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rampline.erasure.Erasure;
import dev.rampline.ledger.Ledger.Consistency;
import dev.rampline.ledger.Tombstone;
import dev.rampline.observation.Subject;
import dev.rampline.time.Deadline;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Whom the provider still tells of, and nobody here wants to know. */
class ForgottenSubjectsTest extends ReconciliationStage {
  @Test
  void row_ofAForgottenOrder_isCountedAndAskedNothingOf() {
    provider.has("gone", "PROCESSING", START.minusSeconds(1));
    provider.has("other", "PROCESSING", START.minusSeconds(2));
    run();
    forget("gone");
    provider.has("gone", "COMPLETED", START.plusSeconds(1));
    provider.asked().clear();
    after(Duration.ofMinutes(1));

    Report report = run();

    assertThat(report.forgotten()).isEqualTo(1);
    assertThat(report.repairs()).isEmpty();
    assertThat(provider.asked()).doesNotContain("gone");
    assertStaysForgotten("gone");
  }

  @Test
  void lastRowOfAPage_thatIsForgotten_endsThePassAllTheSame() {
    provider.has("gone", "PROCESSING", START.minusSeconds(1));
    run();
    forget("gone");
    after(Duration.ofHours(1));

    Report report = run();

    assertThat(report.passCompleted()).isTrue();
    assertThat(report.forgotten()).isEqualTo(1);
    assertStaysForgotten("gone");
  }

  @Test
  void orderThatWasDue_isLookedAtNoMore() {
    provider.lists(false);
    webhook("{\"eventName\":\"ORDER_PROCESSING\",\"data\":{\"id\":\"gone\"}}");
    forget("gone");
    after(Duration.ofDays(1));

    Report report = run();

    assertThat(report.lookedAt()).isZero();
    assertThat(provider.asked()).doesNotContain("gone");
  }

  @Test
  void orderThatIsForgottenWhileItIsRead_staysSo() {
    provider.has("gone", "COMPLETED", START.minusSeconds(1));
    webhook("{\"eventName\":\"ORDER_PROCESSING\",\"data\":{\"id\":\"gone\"}}");
    provider.beforeEachOrder(() -> forget("gone"));

    Report report = run();

    assertThat(report.forgotten()).isEqualTo(1);
    assertThat(report.repairs()).isEmpty();
    assertStaysForgotten("gone");
  }

  private void forget(String id) {
    new Erasure(ledger, () -> now).forget(Subject.order(id), soon());
  }

  private void assertStaysForgotten(String id) {
    assertThat(ledger.read(Subject.order(id), Consistency.STRONG, soon()))
        .containsInstanceOf(Tombstone.class);
  }

  private Deadline soon() {
    return Deadline.after(Duration.ofSeconds(10), () -> now);
  }
}
