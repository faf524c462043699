package dev.rampline.lifecycle;

import dev.rampline.event.State;
import dev.rampline.ledger.CurrentStatus;
import dev.rampline.ledger.FieldValues;
import dev.rampline.ledger.LedgerRecord;
import dev.rampline.ledger.PendingChecks;
import dev.rampline.ledger.TerminalStates;
import java.time.Instant;
import java.util.Collection;
import org.jspecify.annotations.Nullable;

/** The part of a record that an event can change. */
record RecordState(
    CurrentStatus currentStatus,
    TerminalStates terminalStates,
    FieldValues fields,
    PendingChecks pendingChecks) {
  private static final RecordState EMPTY =
      new RecordState(
          CurrentStatus.NONE, TerminalStates.NONE, FieldValues.NONE, PendingChecks.NONE);

  static RecordState of(@Nullable LedgerRecord record) {
    return record == null
        ? EMPTY
        : new RecordState(
            record.currentStatus(),
            record.terminalStates(),
            record.fields(),
            record.pendingChecks());
  }

  State state() {
    return terminalStates.state().orElse(currentStatus.state());
  }

  /**
   * Returns whether the provider's API must be asked about the subject ({@code
   * docs/architecture.md#indexes}, index {@code open}). KYC is never closed: an approval may be
   * withdrawn, and the webhook that reports it may be lost.
   */
  boolean isCheckNeeded() {
    boolean hasOpenConflict =
        terminalStates.conflict() != null && terminalStates.conflict().isOpen();
    return hasOpenConflict || !state().isClosed() || isUncertain();
  }

  /** Returns whether an API response could resolve something open. */
  boolean isUncertain() {
    return !currentStatus.confirmed()
        || !pendingChecks.unverifiedEvents().isEmpty()
        || pendingChecks.unrecognized().uncheckedSinceVersion() > 0;
  }

  RecordState with(PendingChecks checks) {
    return new RecordState(currentStatus, terminalStates, fields, checks);
  }

  RecordState withAliases(Collection<String> aliases) {
    return new RecordState(
        currentStatus, terminalStates, fields.withAliases(aliases), pendingChecks);
  }

  RecordState withNextCheckAt(@Nullable Instant nextCheckAt) {
    return new RecordState(
        currentStatus,
        terminalStates,
        fields,
        new PendingChecks(
            pendingChecks.unverifiedEvents(), pendingChecks.unrecognized(), nextCheckAt));
  }
}
