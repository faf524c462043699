package dev.rampline.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rampline.ledger.LedgerRecord;
import dev.rampline.ledger.TerminalStateConflict;
import dev.rampline.ledger.TerminalStates;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Properties of scheduled checks of orders ({@code docs/architecture.md#indexes}, index {@code
 * open}).
 */
final class DueCheckProperties {
  private static final Duration FIRST_CHECK_DELAY = Duration.ofMinutes(5);

  private DueCheckProperties() {}

  static List<Property> all() {
    return Stream.of(LifecycleSteps.onOrder(), LifecycleSteps.onTerminalStates())
        .map(
            steps ->
                Property.ofChanges(
                    "an order is checked as long as an answer may change it, at the documented time",
                    steps,
                    EventGenerators.ORDER,
                    DueCheckProperties::isScheduled))
        .toList();
  }

  private static void isScheduled(RecordChange change) {
    LedgerRecord after = change.after();
    Instant nextCheck = after == null ? null : after.pendingChecks().nextCheckAt();
    if (after == null || !needsCheck(after)) {
      assertThat(nextCheck).as("%s", change).isNull();
    } else if (isOpen(after) && !isOpen(change.before())) {
      assertThat(nextCheck).as("%s", change).isBeforeOrEqualTo(change.receivedAt());
    } else {
      assertThat(nextCheck).as("%s", change).isNotNull().isIn(due(change, after));
    }
  }

  /** A third side or an unknown term may schedule a check at once or keep the scheduled one. */
  private static List<Instant> due(RecordChange change, LedgerRecord after) {
    LedgerRecord before = change.before();
    Instant scheduled = before == null ? null : before.pendingChecks().nextCheckAt();
    Instant kept = scheduled == null ? change.receivedAt().plus(FIRST_CHECK_DELAY) : scheduled;
    Instant soon = change.receivedAt().plus(FIRST_CHECK_DELAY);
    boolean toConfirm =
        isUnconfirmed(after)
            && !(before != null && isUnconfirmed(before) && before.state() == after.state());
    if (toConfirm && kept.isAfter(soon)) {
      return List.of(soon);
    }
    boolean joined =
        isOpen(after) && !VisibleRecord.of(before).sides().equals(VisibleRecord.of(after).sides());
    boolean asked = unchecked(after) > 0 && unchecked(after) != unchecked(before);
    return joined || asked ? List.of(kept, change.receivedAt()) : List.of(kept);
  }

  private static long unchecked(@Nullable LedgerRecord record) {
    return record == null ? 0 : record.pendingChecks().unrecognized().uncheckedSinceVersion();
  }

  private static boolean needsCheck(LedgerRecord record) {
    return !record.state().isClosed()
        || isUnconfirmed(record)
        || isOpen(record)
        || !record.pendingChecks().unverifiedEvents().isEmpty()
        || record.pendingChecks().unrecognized().uncheckedSinceVersion() > 0;
  }

  /** A terminal state, also behind a refund, or a refund alone, that no lookup has confirmed. */
  private static boolean isUnconfirmed(LedgerRecord record) {
    TerminalStates states = record.terminalStates();
    boolean isConfirmed =
        states.prevailingState().filter(state -> states.confirmedAt(state).isPresent()).isPresent();
    return record.state().isClosed() && (isOpen(record) || !isConfirmed);
  }

  private static boolean isOpen(@Nullable LedgerRecord record) {
    TerminalStateConflict conflict = record == null ? null : record.terminalStates().conflict();
    return conflict != null && conflict.isOpen();
  }
}
