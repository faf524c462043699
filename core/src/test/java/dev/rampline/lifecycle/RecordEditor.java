package dev.rampline.lifecycle;

import dev.rampline.event.EventFields;
import dev.rampline.event.EventMetadata;
import dev.rampline.event.VerifiedEvent;
import dev.rampline.ledger.CurrentStatus;
import dev.rampline.ledger.FieldValue;
import dev.rampline.ledger.FieldValues;
import dev.rampline.ledger.LedgerRecord;
import dev.rampline.ledger.PendingChecks;
import dev.rampline.ledger.RecordContent;
import dev.rampline.ledger.Revision;
import dev.rampline.ledger.TerminalStates;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Copies a record or an event with one part replaced. */
record RecordEditor(LedgerRecord record) {
  LedgerRecord with(CurrentStatus status) {
    return with(status, record.terminalStates(), record.fields());
  }

  LedgerRecord with(TerminalStates terminalStates) {
    return with(record.currentStatus(), terminalStates, record.fields());
  }

  LedgerRecord with(Map<String, FieldValue> values) {
    FieldValues fields = FieldValues.of(values, record.fields().unknownNames());
    return with(record.currentStatus(), record.terminalStates(), fields);
  }

  LedgerRecord with(PendingChecks pendingChecks) {
    return record.withContent(record.content().withPendingChecks(pendingChecks));
  }

  LedgerRecord withVersion(long version) {
    Revision current = record.revision();
    return record.withRevision(
        new Revision(current.number(), version, current.writeIds(), current.updatedAt()));
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
      CurrentStatus status, TerminalStates terminalStates, FieldValues fields) {
    return record.withContent(
        new RecordContent(status, terminalStates, fields, record.pendingChecks()));
  }
}
