package dev.rampline.lifecycle;

import dev.rampline.event.State;
import dev.rampline.ledger.LedgerRecord;
import dev.rampline.ledger.PendingUnverifiedEvent;
import dev.rampline.ledger.TerminalStateConflict;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The parts of a record that the message shows. */
record VisibleRecord(
    State state,
    Map<String, String> fields,
    List<State> sides,
    Set<State> resolvedStates,
    Optional<State> providerState,
    Optional<Instant> confirmedAt,
    boolean confirmed,
    Set<PendingUnverifiedEvent> unverifiedEvents) {

  static VisibleRecord of(@Nullable LedgerRecord record) {
    if (record == null) {
      return new VisibleRecord(
          State.UNKNOWN,
          Map.of(),
          List.of(),
          Set.of(),
          Optional.empty(),
          Optional.empty(),
          true,
          Set.of());
    }
    TerminalStateConflict conflict = record.terminalStates().conflict();
    return new VisibleRecord(
        record.state(),
        Map.copyOf(record.fields().plainValues()),
        conflict == null ? List.of() : conflict.terminalStates(),
        conflict == null || conflict.resolvedState() == null
            ? Set.of()
            : Set.of(conflict.resolvedState()),
        Optional.ofNullable(conflict).map(TerminalStateConflict::providerState),
        Optional.ofNullable(record.content().confirmedAt()),
        record.currentStatus().confirmed(),
        Set.copyOf(record.pendingChecks().unverifiedEvents()));
  }

  /** Returns whether this has only additional unverified events. */
  boolean hasOnlyMoreUnverifiedEventsThan(VisibleRecord other) {
    return unverifiedEvents.containsAll(other.unverifiedEvents)
        && new VisibleRecord(
                state,
                fields,
                sides,
                resolvedStates,
                providerState,
                confirmedAt,
                confirmed,
                other.unverifiedEvents)
            .equals(other);
  }
}
