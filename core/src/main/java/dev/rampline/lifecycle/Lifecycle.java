package dev.rampline.lifecycle;

import dev.rampline.event.State;
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
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
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
   * @param scope what the provider's API is asked about
   */
  public static Decision decide(@Nullable Entry entry, VerifiedEvent event, LookupScope scope) {
    return switch (entry) {
      case null -> after(null, event, scope);
      case LedgerRecord record -> after(record, event, scope);
      case Tombstone tombstone -> new Decision.Erased();
    };
  }

  /**
   * Returns what a verified event changes in the records of all ids of a customer, of which none is
   * erased.
   *
   * @param scope what the provider's API is asked about
   */
  public static CustomerDecision decide(
      CustomerGroup group, VerifiedEvent event, LookupScope scope) {
    RecordContent before = CustomerJoin.content(group);
    RecordContent after =
        afterKycEvent(
            before,
            event,
            group.version() + 1,
            group.hasCustomerId() ? scope : LookupScope.NONE,
            ConfirmationRules.isDenial(group.find(group.subject()).orElse(null), event));
    boolean isKnown = isKnown(before, event);
    return new CustomerTransition(group, ChangeSource.of(event), CustomerIds.namedIn(event), scope)
        .decide(before, after, isKnown ? new Decision.Duplicate() : new Decision.Stale());
  }

  /**
   * Returns what an unverified event changes in the records of all ids of a customer, of which none
   * is erased: never the state, and no field.
   */
  public static CustomerDecision decideUnverified(
      CustomerGroup group, UnverifiedEvent unverifiedEvent, LookupScope scope) {
    RecordContent before = CustomerJoin.content(group);
    RecordContent after =
        before.withPendingChecks(
            UnverifiedEventRules.withEvent(before, unverifiedEvent, group.version() + 1));
    boolean isKnown = unverifiedEvent.state() == before.state();
    return new CustomerTransition(
            group, ChangeSource.of(unverifiedEvent), Set.of(group.subject()), scope)
        .decide(before, after, isKnown ? new Decision.Duplicate() : new Decision.Stale());
  }

  /**
   * Returns what an unverified event changes: never the state, and no field.
   *
   * @param entry the ledger's entry of the event's subject; null if there is none
   * @param scope what the provider's API is asked about
   */
  public static Decision decideUnverified(
      @Nullable Entry entry, UnverifiedEvent unverifiedEvent, LookupScope scope) {
    return switch (entry) {
      case null -> after(null, unverifiedEvent, scope);
      case LedgerRecord record -> after(record, unverifiedEvent, scope);
      case Tombstone tombstone -> new Decision.Erased();
    };
  }

  /**
   * Returns whether an answer of the provider's API could still change a record.
   *
   * @param scope what the provider's API is asked about
   */
  public static boolean isCheckNeeded(LedgerRecord record, LookupScope scope) {
    return NextCheckRules.isCheckNeeded(record.content(), scope);
  }

  /**
   * Returns whether a later answer could still change a record about which the API has answered.
   *
   * @param scope what the provider's API is asked about
   */
  public static boolean isCheckNeededAfterAnswer(LedgerRecord record, LookupScope scope) {
    return NextCheckRules.isCheckNeededAfterAnswer(record.content(), scope);
  }

  /**
   * Returns when the record's state was received; empty if the state needs no confirmation. A
   * refund or a second terminal state does not make it later.
   */
  public static Optional<Instant> unconfirmedSince(LedgerRecord record) {
    return ConfirmationRules.unconfirmedSince(record);
  }

  /**
   * Returns from when on an answer of the provider's API can deny the record's state; empty if the
   * state needs no confirmation.
   */
  public static Optional<Instant> deniableFrom(LedgerRecord record) {
    return unconfirmedSince(record).map(since -> since.plus(ConfirmationRules.GRACE_PERIOD));
  }

  private static Decision after(
      @Nullable LedgerRecord record, VerifiedEvent event, LookupScope scope) {
    RecordContent before = content(record, event.subject());
    boolean isDenial = scope == LookupScope.CONFIRM && ConfirmationRules.isDenial(record, event);
    RecordContent after =
        switch (before.currentStatus()) {
          case OrderStatus status ->
              afterOrderEvent(before, status, event, nextVersion(record), isDenial);
          case KycStatus _ -> afterKycEvent(before, event, nextVersion(record), scope, isDenial);
        };
    if ((record != null || ConfirmationRules.isNotFound(event)) && after.equals(before)) {
      return isKnown(before, event) ? new Decision.Duplicate() : new Decision.Stale();
    }
    return new RecordTransition(record, before, after, ChangeSource.of(event), scope).decision();
  }

  private static Decision after(
      @Nullable LedgerRecord record, UnverifiedEvent unverifiedEvent, LookupScope scope) {
    RecordContent before = content(record, unverifiedEvent.subject());
    PendingChecks pendingChecks =
        UnverifiedEventRules.withEvent(before, unverifiedEvent, nextVersion(record));
    if (pendingChecks.equals(before.pendingChecks())) {
      return unverifiedEvent.state() == before.state()
          ? new Decision.Duplicate()
          : new Decision.Stale();
    }
    RecordContent after = before.withPendingChecks(pendingChecks);
    return new RecordTransition(record, before, after, ChangeSource.of(unverifiedEvent), scope)
        .decision();
  }

  private static RecordContent afterOrderEvent(
      RecordContent before,
      OrderStatus statusBefore,
      VerifiedEvent event,
      long version,
      boolean isDenial) {
    TerminalStates terminalStates =
        OrderRules.terminalStates(before.terminalStates(), event, version, isDenial);
    if (ConfirmationRules.isNotFound(event)) {
      return before.withTerminalStates(terminalStates);
    }
    OrderStatus status = OrderRules.currentStatus(statusBefore, terminalStates, event);
    FieldMerge merge = new FieldMerge(before.fields(), event);
    PendingChecks checks = UnverifiedEventRules.withoutAnswered(before.pendingChecks(), event);
    PendingChecks recognized = UnverifiedEventRules.withUnrecognizedTerm(checks, event, version);
    PendingChecks pendingChecks =
        merge
            .contradiction()
            .map(field -> UnverifiedEventRules.withContradiction(recognized, field, event, version))
            .orElse(recognized);
    return new RecordContent(status, terminalStates, merge.fields(), pendingChecks);
  }

  private static RecordContent afterKycEvent(
      RecordContent before,
      VerifiedEvent event,
      long version,
      LookupScope scope,
      boolean isDenial) {
    long currentVersion = version - 1;
    KycStatus statusBefore = CustomerJoin.status(before);
    KycStatus status =
        KycRules.currentStatus(statusBefore, event, currentVersion, scope.canLookUp());
    TerminalStates conflict =
        scope == LookupScope.CONFIRM
            ? ConfirmationRules.ofCustomer(before, status, event, version, isDenial)
            : TerminalStates.NONE;
    if (ConfirmationRules.isNotFound(event)) {
      return before.withTerminalStates(conflict);
    }
    FieldValues fields = new FieldMerge(before.fields(), event).fields();
    PendingChecks checks =
        KycRules.isUnverified(statusBefore, event, currentVersion, scope.canLookUp())
            ? withUnverifiedKycEvent(before, statusBefore, event, version)
            : UnverifiedEventRules.withoutAnswered(before.pendingChecks(), event);
    PendingChecks pendingChecks = UnverifiedEventRules.withUnrecognizedTerm(checks, event, version);
    return new RecordContent(status, conflict, fields, pendingChecks);
  }

  /**
   * A state that was reported before may be a replay: it is looked up without a new version, so
   * that replays create no messages.
   */
  private static PendingChecks withUnverifiedKycEvent(
      RecordContent before, KycStatus status, VerifiedEvent event, long version) {
    State state = event.status().state();
    if (!status.reportedStates().contains(state)) {
      return UnverifiedEventRules.withEvent(before, toUnverifiedEvent(event), version);
    }
    PendingChecks checks = before.pendingChecks();
    return state == status.state()
        ? checks
        : checks.withNextCheckAt(
            NextCheckRules.soon(checks.nextCheckAt(), event.metadata().receivedAt()));
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
