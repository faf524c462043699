package dev.rampline.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rampline.event.State;
import dev.rampline.ledger.LedgerRecord;
import dev.rampline.lifecycle.RecordChange.ByVerifiedEvent;
import java.util.List;

/**
 * What may still change on an order in or near a terminal state ({@code
 * docs/architecture.md#conflicts}).
 */
final class TerminalStateProperties {
  private TerminalStateProperties() {}

  static List<Property> all() {
    return List.of(
        Property.ofChanges(
            "no order steps down to a lower rank",
            LifecycleSteps.onOrder(),
            EventGenerators.ORDER,
            TerminalStateProperties::stepsUp),
        Property.ofChanges(
            "nothing leaves a final state but for a refund or by a reading that settles",
            LifecycleSteps.onOrder(),
            EventGenerators.ORDER,
            TerminalStateProperties::staysEnded),
        Property.ofChanges(
            "no end leaves for another but for a refund or by a reading that settles",
            LifecycleSteps.onEnds(),
            EventGenerators.ORDER,
            TerminalStateProperties::staysEnded));
  }

  private static void stepsUp(RecordChange change) {
    LedgerRecord before = change.before();
    LedgerRecord after = change.after();
    if (before != null && after != null) {
      int rank = before.state().rank();
      assertThat(after.state().rank()).as("%s", change).isGreaterThanOrEqualTo(rank);
    }
  }

  private static void staysEnded(RecordChange change) {
    LedgerRecord before = change.before();
    LedgerRecord after = change.after();
    if (before != null && after != null && before.state().isClosed()) {
      boolean kept = after.state() == before.state();
      assertThat(kept || mayLeave(change, before, after.state())).as("%s", change).isTrue();
    }
  }

  private static boolean mayLeave(RecordChange change, LedgerRecord before, State next) {
    if (!(change instanceof ByVerifiedEvent told) || before.state() == State.REFUNDED) {
      return false;
    }
    return isRefund(told, next)
        || told.answersConflict()
        || told.isRefinement(before.state(), next);
  }

  private static boolean isRefund(ByVerifiedEvent told, State next) {
    return next == State.REFUNDED && told.state() == State.REFUNDED;
  }
}
