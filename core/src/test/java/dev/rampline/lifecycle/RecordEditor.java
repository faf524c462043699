package dev.rampline.lifecycle;

import dev.rampline.event.EventFields;
import dev.rampline.event.EventMetadata;
import dev.rampline.event.VerifiedEvent;
import dev.rampline.ledger.CurrentStatus;
import dev.rampline.ledger.FieldValue;
import dev.rampline.ledger.FieldValues;
import dev.rampline.ledger.LedgerRecord;
import dev.rampline.ledger.PendingChecks;
import dev.rampline.ledger.Revision;
import dev.rampline.ledger.TerminalStates;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A record to be altered in one of its parts; and words that are. */
record RecordEditor(LedgerRecord record) {
  LedgerRecord with(CurrentStatus status) {
    return with(
        record.revision(),
        status,
        record.terminalStates(),
        record.fields(),
        record.pendingChecks());
  }

  LedgerRecord with(TerminalStates terminalStates) {
    return with(
        record.revision(),
        record.currentStatus(),
        terminalStates,
        record.fields(),
        record.pendingChecks());
  }

  LedgerRecord with(Map<String, FieldValue> values) {
    FieldValues fields = FieldValues.of(values, record.fields().unknownNames());
    return with(
        record.revision(),
        record.currentStatus(),
        record.terminalStates(),
        fields,
        record.pendingChecks());
  }

  LedgerRecord with(PendingChecks pendingChecks) {
    return with(
        record.revision(),
        record.currentStatus(),
        record.terminalStates(),
        record.fields(),
        pendingChecks);
  }

  LedgerRecord withVersion(long version) {
    Revision held = record.revision();
    Revision revision = new Revision(held.number(), version, held.writeIds(), held.updatedAt());
    return with(
        revision,
        record.currentStatus(),
        record.terminalStates(),
        record.fields(),
        record.pendingChecks());
  }

  static VerifiedEvent with(VerifiedEvent word, @Nullable Instant occurredAt) {
    return new VerifiedEvent(
        word.subject(), word.status(), word.fields(), occurredAt, word.metadata());
  }

  static VerifiedEvent with(VerifiedEvent word, EventFields details) {
    return new VerifiedEvent(
        word.subject(), word.status(), details, word.occurredAt(), word.metadata());
  }

  static VerifiedEvent with(VerifiedEvent word, EventMetadata metadata) {
    return new VerifiedEvent(
        word.subject(), word.status(), word.fields(), word.occurredAt(), metadata);
  }

  private LedgerRecord with(
      Revision revision,
      CurrentStatus status,
      TerminalStates terminalStates,
      FieldValues fields,
      PendingChecks pendingChecks) {
    return new LedgerRecord(
        record.subject(),
        revision,
        status,
        terminalStates,
        fields,
        pendingChecks,
        record.transitions(),
        record.lastChange(),
        record.unknownAttributes());
  }
}
