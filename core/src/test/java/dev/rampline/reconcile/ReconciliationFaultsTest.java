package dev.rampline.reconcile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.rampline.event.State;
import dev.rampline.failure.CallFailure;
import dev.rampline.failure.FailureCause;
import dev.rampline.ledger.LedgerUnavailableException;
import dev.rampline.time.Deadline;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** A store that fails stops its part of the run only; the end of the run's time is no fault. */
class ReconciliationFaultsTest extends ReconciliationFixture {
  @Test
  void unavailableStore_stopsTheList_andNotTheDueChecks() {
    due();

    ReconciliationReport report =
        run(new LedgerUnavailableException("Injected failure", null), Duration.ZERO);

    assertThat(report.failures().stops())
        .extracting(StopReason::part, StopReason::failure)
        .containsExactly(
            tuple(RunPart.ORDER_LIST, CallFailure.of(FailureCause.LEDGER_UNAVAILABLE)));
    assertThat(report.failures().stops().getFirst().part().text()).isEqualTo("order-list");
    assertThat(order("o-1").state()).isEqualTo(State.PROCESSING);
  }

  @Test
  void storeWithoutTime_isAFault_whileThereIsTime() {
    ReconciliationReport report =
        run(new LedgerUnavailableException(FailureCause.NO_TIME_LEFT), Duration.ofSeconds(119));

    assertThat(report.failures().stops())
        .extracting(StopReason::part)
        .containsExactly(RunPart.ORDER_LIST);
  }

  @Test
  void storeWithoutTime_isNoFault_afterTheTimeOfTheList() {
    due();

    ReconciliationReport report =
        run(new LedgerUnavailableException(FailureCause.NO_TIME_LEFT), Duration.ofMinutes(2));

    assertThat(report.failures().isStopped()).isFalse();
    assertThat(order("o-1").state()).isEqualTo(State.PROCESSING);
  }

  @Test
  void unavailableStore_afterTheTimeOfTheList_isAFault() {
    ReconciliationReport report =
        run(new LedgerUnavailableException("Injected failure", null), Duration.ofMinutes(2));

    assertThat(report.failures().isStopped()).isTrue();
  }

  private void due() {
    provider.setListing(false);
    webhook("{\"eventName\":\"ORDER_CREATED\",\"data\":{\"id\":\"o-1\"}}");
    provider.addOrder("o-1", "PROCESSING", START);
    after(Duration.ofMinutes(5));
  }

  /** Runs for three minutes, of which the list gets two, with a store that fails after a time. */
  private ReconciliationReport run(LedgerUnavailableException fault, Duration elapsed) {
    return run(
        Duration.ofMinutes(3),
        new InMemoryDueIndex(ledger),
        new ScanCheckpointStore() {
          @Override
          public ScanCheckpoint read(Deadline deadline) {
            after(elapsed);
            throw fault;
          }

          @Override
          public boolean write(ScanCheckpoint next, Deadline deadline) {
            throw fault;
          }
        });
  }
}
