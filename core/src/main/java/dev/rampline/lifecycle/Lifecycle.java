package dev.rampline.lifecycle;

import dev.rampline.event.UnverifiedEvent;
import dev.rampline.event.VerifiedEvent;
import dev.rampline.ledger.CurrentStatus;
import dev.rampline.ledger.Entry;
import dev.rampline.ledger.FieldValues;
import dev.rampline.ledger.LedgerRecord;
import dev.rampline.ledger.PendingChecks;
import dev.rampline.ledger.TerminalStates;
import dev.rampline.ledger.Tombstone;
import org.jspecify.annotations.Nullable;

/**
 * Decides what an event changes in a record ({@code docs/architecture.md#state-transition-rules}).
 * Pure and total. The order of arrival decides only which of two contradicting terminal states
 * prevails while their conflict is open.
 */
public final class Lifecycle {
  private Lifecycle() {}

  /**
   * Returns what a verified event changes.
   *
   * @param entry the ledger's entry of the event's subject; null if there is none
   */
  public static Decision decide(@Nullable Entry entry, VerifiedEvent event) {
    return switch (entry) {
      case null -> after(null, event);
      case LedgerRecord record -> after(record, event);
      case Tombstone tombstone -> new Decision.Erased();
    };
  }

  /**
   * Returns what a verified event changes in the records of all ids of a customer, of which none is
   * erased.
   *
   * @param canLookUp whether there is an API that can be asked about customers
   */
  public static CustomerDecision decide(
      CustomerGroup group, VerifiedEvent event, boolean canLookUp) {
    RecordState before = CustomerJoin.state(group);
    RecordState after =
        afterKycEvent(before, event, group.version() + 1, canLookUp && group.hasCustomerId());
    boolean isKnown = isKnown(before, event);
    return new CustomerTransition(group, ChangeSource.of(event))
        .decide(before, after, isKnown ? new Decision.Duplicate() : new Decision.Stale());
  }

  /**
   * Returns what an unverified event changes in the records of all ids of a customer, of which none
   * is erased: never the state, and no field.
   */
  public static CustomerDecision decideUnverified(
      CustomerGroup group, UnverifiedEvent unverifiedEvent) {
    RecordState before = CustomerJoin.state(group);
    RecordState after =
        before.with(UnverifiedEventRules.withEvent(before, unverifiedEvent, group.version() + 1));
    boolean isKnown = unverifiedEvent.state() == before.state();
    return new CustomerTransition(group, ChangeSource.of(unverifiedEvent))
        .decide(before, after, isKnown ? new Decision.Duplicate() : new Decision.Stale());
  }

  /**
   * Returns what an unverified event changes: never the state, and no field.
   *
   * @param entry the ledger's entry of the event's subject; null if there is none
   */
  public static Decision decideUnverified(@Nullable Entry entry, UnverifiedEvent unverifiedEvent) {
    return switch (entry) {
      case null -> after(null, unverifiedEvent);
      case LedgerRecord record -> after(record, unverifiedEvent);
      case Tombstone tombstone -> new Decision.Erased();
    };
  }

  private static Decision after(@Nullable LedgerRecord record, VerifiedEvent event) {
    RecordState before = RecordState.of(record);
    ChangeSource source = ChangeSource.of(event);
    RecordState after =
        switch (event.subject().kind()) {
          case ORDER -> afterOrderEvent(before, event, nextVersion(record));
          case KYC -> afterKycEvent(before, event, nextVersion(record), true);
        };
    if (after.equals(before) && record != null) {
      return isKnown(before, event) ? new Decision.Duplicate() : new Decision.Stale();
    }
    return new RecordTransition(record, before, after, source).decision();
  }

  private static Decision after(@Nullable LedgerRecord record, UnverifiedEvent unverifiedEvent) {
    RecordState before = RecordState.of(record);
    PendingChecks pendingChecks =
        UnverifiedEventRules.withEvent(before, unverifiedEvent, nextVersion(record));
    if (pendingChecks.equals(before.pendingChecks())) {
      return unverifiedEvent.state() == before.state()
          ? new Decision.Duplicate()
          : new Decision.Stale();
    }
    RecordState after =
        new RecordState(
            before.currentStatus(), before.terminalStates(), before.fields(), pendingChecks);
    return new RecordTransition(record, before, after, ChangeSource.of(unverifiedEvent)).decision();
  }

  private static RecordState afterOrderEvent(
      RecordState before, VerifiedEvent event, long version) {
    TerminalStates terminalStates =
        OrderRules.terminalStates(before.terminalStates(), event, version);
    CurrentStatus status = OrderRules.currentStatus(before.currentStatus(), terminalStates, event);
    FieldValues fields = FieldMergeRules.merge(before.fields(), event);
    PendingChecks checks = UnverifiedEventRules.withoutAnswered(before.pendingChecks(), event);
    PendingChecks pendingChecks = UnverifiedEventRules.withUnrecognizedTerm(checks, event, version);
    return new RecordState(status, terminalStates, fields, pendingChecks);
  }

  private static RecordState afterKycEvent(
      RecordState before, VerifiedEvent event, long version, boolean canLookUp) {
    long currentVersion = version - 1;
    FieldValues fields = FieldMergeRules.merge(before.fields(), event);
    CurrentStatus status =
        KycRules.currentStatus(before.currentStatus(), event, currentVersion, canLookUp);
    PendingChecks checks =
        KycRules.isUnverified(before.currentStatus(), event, currentVersion, canLookUp)
            ? UnverifiedEventRules.withEvent(before, toUnverifiedEvent(event), version)
            : UnverifiedEventRules.withoutAnswered(before.pendingChecks(), event);
    PendingChecks pendingChecks = UnverifiedEventRules.withUnrecognizedTerm(checks, event, version);
    return new RecordState(status, before.terminalStates(), fields, pendingChecks);
  }

  private static UnverifiedEvent toUnverifiedEvent(VerifiedEvent event) {
    return new UnverifiedEvent(
        event.subject(),
        event.status().state(),
        event.metadata().channel(),
        event.metadata().receivedAt());
  }

  private static boolean isKnown(RecordState before, VerifiedEvent event) {
    return event.status().state() == before.state()
        && FieldMergeRules.hasAll(before.fields(), event.fields());
  }

  private static long nextVersion(@Nullable LedgerRecord record) {
    return record == null ? 1 : record.version() + 1;
  }
}
