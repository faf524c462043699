package dev.rampline.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rampline.event.State;
import dev.rampline.ledger.LedgerRecord;
import dev.rampline.lifecycle.RecordChange.ByVerifiedEvent;
import java.util.List;

/** Properties of orders in or near a terminal state ({@code docs/architecture.md#conflicts}). */
final class TerminalStateProperties {
  private TerminalStateProperties() {}

  static List<Property> all() {
    return List.of(
        Property.ofChanges(
            "no order returns to a lower rank",
            LifecycleSteps.onOrder(),
            EventGenerators.ORDER,
            TerminalStateProperties::keepsItsRank),
        Property.ofChanges(
            "an order leaves a terminal state only by a refund or a resolving lookup",
            LifecycleSteps.onOrder(),
            EventGenerators.ORDER,
            TerminalStateProperties::staysTerminal),
        Property.ofChanges(
            "a terminal state changes only by a refund or a resolving lookup",
            LifecycleSteps.onTerminalStates(),
            EventGenerators.ORDER,
            TerminalStateProperties::staysTerminal));
  }

  private static void keepsItsRank(RecordChange change) {
    LedgerRecord before = change.before();
    LedgerRecord after = change.after();
    if (before != null && after != null) {
      int rank = before.state().rank();
      assertThat(after.state().rank()).as("%s", change).isGreaterThanOrEqualTo(rank);
    }
  }

  private static void staysTerminal(RecordChange change) {
    LedgerRecord before = change.before();
    LedgerRecord after = change.after();
    if (before != null && after != null && before.state().isClosed()) {
      boolean kept = after.state() == before.state();
      assertThat(kept || mayLeave(change, before, after.state())).as("%s", change).isTrue();
    }
  }

  private static boolean mayLeave(RecordChange change, LedgerRecord before, State next) {
    if (!(change instanceof ByVerifiedEvent event) || before.state() == State.REFUNDED) {
      return false;
    }
    return isRefund(event, next)
        || event.answersConflict()
        || event.isRefinement(before.state(), next);
  }

  private static boolean isRefund(ByVerifiedEvent event, State next) {
    return next == State.REFUNDED && event.state() == State.REFUNDED;
  }
}
