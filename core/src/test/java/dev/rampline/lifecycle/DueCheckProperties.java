package dev.rampline.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rampline.ledger.LedgerRecord;
import dev.rampline.ledger.TerminalStateConflict;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * When the provider's API must be asked about an order ({@code docs/architecture.md#indexes}, index
 * {@code open}).
 */
final class DueCheckProperties {
  private static final Duration FIRST_LOOK = Duration.ofMinutes(5);

  private DueCheckProperties() {}

  static List<Property> all() {
    return Stream.of(LifecycleSteps.onOrder(), LifecycleSteps.onEnds())
        .map(
            lives ->
                Property.ofChanges(
                    "an order is looked at as long as something is wanted, and when it is due",
                    lives,
                    EventGenerators.ORDER,
                    DueCheckProperties::looksInTime))
        .toList();
  }

  private static void looksInTime(RecordChange change) {
    LedgerRecord after = change.after();
    Instant look = after == null ? null : after.pendingChecks().nextCheckAt();
    if (after == null || !isWanted(after)) {
      assertThat(look).as("%s", change).isNull();
    } else if (isOpen(after) && !isOpen(change.before())) {
      assertThat(look).as("%s", change).isBeforeOrEqualTo(change.receivedAt());
    } else {
      assertThat(look).as("%s", change).isNotNull().isIn(due(change, after));
    }
  }

  /** A third side or an unknown term may ask for a look at once, or leave the one planned. */
  private static List<Instant> due(RecordChange change, LedgerRecord after) {
    LedgerRecord before = change.before();
    Instant planned = before == null ? null : before.pendingChecks().nextCheckAt();
    Instant kept = planned == null ? change.receivedAt().plus(FIRST_LOOK) : planned;
    boolean joined =
        isOpen(after) && !VisibleRecord.of(before).sides().equals(VisibleRecord.of(after).sides());
    boolean asked = unchecked(after) > 0 && unchecked(after) != unchecked(before);
    return joined || asked ? List.of(kept, change.receivedAt()) : List.of(kept);
  }

  private static long unchecked(@Nullable LedgerRecord record) {
    return record == null ? 0 : record.pendingChecks().unrecognized().uncheckedSinceVersion();
  }

  private static boolean isWanted(LedgerRecord record) {
    return !record.state().isClosed()
        || isOpen(record)
        || !record.pendingChecks().unverifiedEvents().isEmpty()
        || record.pendingChecks().unrecognized().uncheckedSinceVersion() > 0;
  }

  private static boolean isOpen(@Nullable LedgerRecord record) {
    TerminalStateConflict conflict = record == null ? null : record.terminalStates().conflict();
    return conflict != null && conflict.isOpen();
  }
}
