package dev.rampline.lifecycle;

import dev.rampline.event.Subject;
import dev.rampline.event.UnverifiedEvent;
import dev.rampline.event.VerifiedEvent;
import dev.rampline.ledger.Entry;
import dev.rampline.ledger.FieldValues;
import dev.rampline.ledger.KycStatus;
import dev.rampline.ledger.LedgerRecord;
import dev.rampline.ledger.OrderStatus;
import dev.rampline.ledger.PendingChecks;
import dev.rampline.ledger.RecordContent;
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
    RecordContent before = CustomerJoin.content(group);
    RecordContent after =
        afterKycEvent(
            before,
            CustomerJoin.status(before),
            event,
            group.version() + 1,
            canLookUp && group.hasCustomerId());
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
    RecordContent before = CustomerJoin.content(group);
    RecordContent after =
        before.withPendingChecks(
            UnverifiedEventRules.withEvent(before, unverifiedEvent, group.version() + 1));
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
    RecordContent before = content(record, event.subject());
    RecordContent after =
        switch (before.currentStatus()) {
          case OrderStatus status -> afterOrderEvent(before, status, event, nextVersion(record));
          case KycStatus status -> afterKycEvent(before, status, event, nextVersion(record), true);
        };
    if (after.equals(before) && record != null) {
      return isKnown(before, event) ? new Decision.Duplicate() : new Decision.Stale();
    }
    return new RecordTransition(record, before, after, ChangeSource.of(event)).decision();
  }

  private static Decision after(@Nullable LedgerRecord record, UnverifiedEvent unverifiedEvent) {
    RecordContent before = content(record, unverifiedEvent.subject());
    PendingChecks pendingChecks =
        UnverifiedEventRules.withEvent(before, unverifiedEvent, nextVersion(record));
    if (pendingChecks.equals(before.pendingChecks())) {
      return unverifiedEvent.state() == before.state()
          ? new Decision.Duplicate()
          : new Decision.Stale();
    }
    RecordContent after = before.withPendingChecks(pendingChecks);
    return new RecordTransition(record, before, after, ChangeSource.of(unverifiedEvent)).decision();
  }

  private static RecordContent afterOrderEvent(
      RecordContent before, OrderStatus statusBefore, VerifiedEvent event, long version) {
    TerminalStates terminalStates =
        OrderRules.terminalStates(before.terminalStates(), event, version);
    OrderStatus status = OrderRules.currentStatus(statusBefore, terminalStates, event);
    FieldValues fields = FieldMergeRules.merge(before.fields(), event);
    PendingChecks checks = UnverifiedEventRules.withoutAnswered(before.pendingChecks(), event);
    PendingChecks recognized = UnverifiedEventRules.withUnrecognizedTerm(checks, event, version);
    PendingChecks pendingChecks =
        FieldMergeRules.contradiction(before.fields(), event)
            .map(field -> UnverifiedEventRules.withContradiction(recognized, field, event, version))
            .orElse(recognized);
    return new RecordContent(status, terminalStates, fields, pendingChecks);
  }

  private static RecordContent afterKycEvent(
      RecordContent before,
      KycStatus statusBefore,
      VerifiedEvent event,
      long version,
      boolean canLookUp) {
    long currentVersion = version - 1;
    FieldValues fields = FieldMergeRules.merge(before.fields(), event);
    KycStatus status = KycRules.currentStatus(statusBefore, event, currentVersion, canLookUp);
    PendingChecks checks =
        KycRules.isUnverified(statusBefore, event, currentVersion, canLookUp)
            ? UnverifiedEventRules.withEvent(before, toUnverifiedEvent(event), version)
            : UnverifiedEventRules.withoutAnswered(before.pendingChecks(), event);
    PendingChecks pendingChecks = UnverifiedEventRules.withUnrecognizedTerm(checks, event, version);
    return new RecordContent(status, before.terminalStates(), fields, pendingChecks);
  }

  private static UnverifiedEvent toUnverifiedEvent(VerifiedEvent event) {
    return new UnverifiedEvent(
        event.subject(),
        event.status().state(),
        event.metadata().channel(),
        event.metadata().receivedAt());
  }

  private static boolean isKnown(RecordContent before, VerifiedEvent event) {
    return event.status().state() == before.state()
        && FieldMergeRules.hasAll(before.fields(), event.fields());
  }

  private static RecordContent content(@Nullable LedgerRecord record, Subject subject) {
    return record == null ? RecordContent.empty(subject.kind()) : record.content();
  }

  private static long nextVersion(@Nullable LedgerRecord record) {
    return record == null ? 1 : record.version() + 1;
  }
}
