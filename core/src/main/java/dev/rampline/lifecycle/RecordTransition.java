package dev.rampline.lifecycle;

import dev.rampline.event.State;
import dev.rampline.ledger.LastChange;
import dev.rampline.ledger.LedgerRecord;
import dev.rampline.ledger.PendingChecks;
import dev.rampline.ledger.PendingUnverifiedEvent;
import dev.rampline.ledger.RecordContent;
import dev.rampline.ledger.Revision;
import dev.rampline.ledger.TerminalStateConflict;
import dev.rampline.ledger.Transition;
import dev.rampline.ledger.UnknownAttributes;
import dev.rampline.ledger.UnrecognizedTerms;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Compares a record before and after an event: derives the decision and the next revision. A record
 * without a version, which holds only aliases, has no history.
 */
final class RecordTransition {
  private final @Nullable LedgerRecord record;
  private final RecordContent before;
  private final RecordContent after;
  private final ChangeSource source;
  private final LookupScope scope;
  private final long versionBefore;

  RecordTransition(
      @Nullable LedgerRecord record,
      RecordContent before,
      RecordContent after,
      ChangeSource source,
      LookupScope scope) {
    this(record, before, after, source, scope, record == null ? 0 : record.version());
  }

  /**
   * @param versionBefore the version that the next one follows; the records of one customer share
   *     their versions
   */
  RecordTransition(
      @Nullable LedgerRecord record,
      RecordContent before,
      RecordContent after,
      ChangeSource source,
      LookupScope scope,
      long versionBefore) {
    this.record = record;
    this.before = before;
    this.after = after;
    this.source = source;
    this.scope = scope;
    this.versionBefore = versionBefore;
  }

  Decision decision() {
    if (hasConflictChange()) {
      return new Decision.Conflict(newVersion(DecisionName.CONFLICT));
    }
    if (hasNewTerm()) {
      return new Decision.Unrecognized(newVersion(DecisionName.UNRECOGNIZED));
    }
    if (after.state() != before.state()
        || (isFirst() && after.pendingChecks().unverifiedEvents().isEmpty())) {
      return new Decision.StateChanged(newVersion(DecisionName.STATE_CHANGED));
    }
    if (hasVisibleChange()) {
      return new Decision.FieldsUpdated(newVersion(DecisionName.FIELDS_UPDATED));
    }
    if (hasNewUnverifiedEvents()) {
      return new Decision.Unverified(newVersion(DecisionName.UNVERIFIED));
    }
    return withoutVersion();
  }

  private boolean hasConflictChange() {
    TerminalStateConflict conflict = after.terminalStates().conflict();
    return conflict != null && !conflict.equals(before.terminalStates().conflict());
  }

  private boolean hasNewTerm() {
    UnrecognizedTerms terms = after.pendingChecks().unrecognized();
    return !terms.terms().equals(before.pendingChecks().unrecognized().terms());
  }

  private boolean hasVisibleChange() {
    return !after.visibleFields().equals(before.visibleFields())
        || !Objects.equals(after.confirmedAt(), before.confirmedAt())
        || after.currentStatus().confirmed() != before.currentStatus().confirmed()
        || !Objects.equals(after.terminalStates().conflict(), before.terminalStates().conflict())
        || hasAnsweredUnverifiedEvents();
  }

  /** An unverified event that was dropped for another one was not resolved. */
  private boolean hasAnsweredUnverifiedEvents() {
    List<PendingUnverifiedEvent> pending = after.pendingChecks().unverifiedEvents();
    return !hasNewUnverifiedEvents()
        && !new HashSet<>(pending).containsAll(before.pendingChecks().unverifiedEvents());
  }

  private boolean hasNewUnverifiedEvents() {
    List<PendingUnverifiedEvent> pending = before.pendingChecks().unverifiedEvents();
    return after.pendingChecks().unverifiedEvents().stream()
        .anyMatch(event -> !pending.contains(event));
  }

  private LedgerRecord newVersion(DecisionName decision) {
    LastChange last = source.lastChange(decision.text(), isFirst() ? null : before.state());
    return record(versionBefore + 1, transitions(), last);
  }

  /** Returns the record with what the message does not show alone. */
  Decision withoutVersion() {
    return new Decision.MetadataOnly(withoutNewVersion());
  }

  /** Returns the record with a new version although it shows nothing new. */
  Decision forceVersion() {
    return new Decision.FieldsUpdated(newVersion(DecisionName.FIELDS_UPDATED));
  }

  private boolean isFirst() {
    return record == null || record.version() == 0;
  }

  private LedgerRecord withoutNewVersion() {
    LedgerRecord existing =
        Objects.requireNonNull(record, "The first event always creates a version");
    return record(existing.version(), existing.transitions(), existing.lastChange());
  }

  private LedgerRecord record(long version, List<Transition> transitions, LastChange last) {
    Instant now = source.metadata().receivedAt();
    PendingChecks checks =
        after
            .pendingChecks()
            .withNextCheckAt(nextCheckAt())
            .withFailedLookups(before.pendingChecks().failedLookups());
    return new LedgerRecord(
        source.subject(),
        new Revision(
            from(0L, earlier -> earlier.revision().number()) + 1,
            version,
            from(List.of(), earlier -> earlier.revision().writeIds()),
            from(now, earlier -> earlier.revision().updatedAt())),
        after.withPendingChecks(checks),
        transitions,
        last,
        from(UnknownAttributes.NONE, LedgerRecord::unknownAttributes));
  }

  /** Returns when the next due check runs; null if none is needed. */
  @Nullable Instant nextCheckAt() {
    return source.subject().canBeLookedUp()
        ? NextCheckRules.nextCheckAt(before, after, source.metadata().receivedAt(), scope)
        : null;
  }

  private List<Transition> transitions() {
    List<Transition> all = new ArrayList<>(from(List.of(), LedgerRecord::transitions));
    if (after.state() != before.state()) {
      all.add(transition(after.state()));
    }
    return all.subList(Math.max(0, all.size() - LedgerRecord.MAX_TRANSITIONS), all.size());
  }

  private Transition transition(State state) {
    return new Transition(
        state,
        versionBefore + 1,
        source.metadata().channel(),
        source.occurredAt(),
        source.metadata().receivedAt());
  }

  private <T> T from(T absent, Function<LedgerRecord, T> part) {
    return record == null ? absent : part.apply(record);
  }
}
