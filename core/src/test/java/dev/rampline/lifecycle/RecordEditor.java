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

/** Copies a record or an event with one part replaced. */
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
    Revision current = record.revision();
    Revision revision =
        new Revision(current.number(), version, current.writeIds(), current.updatedAt());
    return with(
        revision,
        record.currentStatus(),
        record.terminalStates(),
        record.fields(),
        record.pendingChecks());
  }

  static VerifiedEvent with(VerifiedEvent event, @Nullable Instant occurredAt) {
    return new VerifiedEvent(
        event.subject(), event.status(), event.fields(), occurredAt, event.metadata());
  }

  static VerifiedEvent with(VerifiedEvent event, EventFields fields) {
    return new VerifiedEvent(
        event.subject(), event.status(), fields, event.occurredAt(), event.metadata());
  }

  static VerifiedEvent with(VerifiedEvent event, EventMetadata metadata) {
    return new VerifiedEvent(
        event.subject(), event.status(), event.fields(), event.occurredAt(), metadata);
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
