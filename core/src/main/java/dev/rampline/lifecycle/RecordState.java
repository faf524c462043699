package dev.rampline.lifecycle;

import dev.rampline.event.State;
import dev.rampline.ledger.CurrentStatus;
import dev.rampline.ledger.FieldValues;
import dev.rampline.ledger.LedgerRecord;
import dev.rampline.ledger.PendingChecks;
import dev.rampline.ledger.TerminalStates;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What a word can change of a record. */
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
   * Whether the provider's API is to be asked about it (design §5, index {@code open}). KYC never
   * ends: an approval may be withdrawn, and the webhook that says so be lost.
   */
  boolean isCheckNeeded() {
    boolean unsettled = terminalStates.conflict() != null && terminalStates.conflict().isOpen();
    return unsettled || !state().isClosed() || isUncertain();
  }

  /** Whether the answer would tell more than that nothing has changed. */
  boolean isUncertain() {
    return !currentStatus.confirmed()
        || !pendingChecks.unverifiedEvents().isEmpty()
        || pendingChecks.unrecognized().uncheckedSinceVersion() > 0;
  }

  RecordState withNextCheckAt(@Nullable Instant lookAt) {
    return new RecordState(
        currentStatus,
        terminalStates,
        fields,
        new PendingChecks(pendingChecks.unverifiedEvents(), pendingChecks.unrecognized(), lookAt));
  }
}
