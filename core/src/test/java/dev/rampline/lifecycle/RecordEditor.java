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

/** A record to be altered in one of its parts; and words that are. */
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
    Revision held = record.revision();
    return record.withRevision(
        new Revision(held.number(), version, held.writeIds(), held.updatedAt()));
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
      CurrentStatus status, TerminalStates terminalStates, FieldValues fields) {
    return record.withContent(
        new RecordContent(status, terminalStates, fields, record.pendingChecks()));
  }
}
