package dev.rampline.lifecycle;

import dev.rampline.event.State;
import dev.rampline.event.StatusReport;
import dev.rampline.event.TrustLevel;
import dev.rampline.event.VerifiedEvent;
import dev.rampline.ledger.FieldPrecedence;
import dev.rampline.ledger.KycStatus;
import dev.rampline.ledger.LedgerRecord;
import dev.rampline.ledger.RecordContent;
import dev.rampline.ledger.TerminalStateConflict;
import dev.rampline.ledger.TerminalStates;
import dev.rampline.ledger.Transition;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Compares signed terminal states and verdicts with the provider's API ({@code
 * docs/architecture.md#confirmation}).
 */
final class ConfirmationRules {
  /** The API may learn of a state later than the webhook. */
  static final Duration GRACE_PERIOD = Duration.ofMinutes(15);

  private ConfirmationRules() {}

  /** Returns whether the event says that the provider's API does not know the subject. */
  static boolean isNotFound(VerifiedEvent event) {
    return isLookup(event) && event.status().equals(StatusReport.NOT_FOUND);
  }

  /**
   * Returns whether the event is the response to a lookup that denies the record's unconfirmed
   * state: it was requested after the state was recorded, was received after the grace period, and
   * reports an earlier state of an order, or that the API does not know the subject.
   */
  static boolean isDenial(@Nullable LedgerRecord record, VerifiedEvent event) {
    if (record == null
        || !isLookup(event)
        || record.transitions().isEmpty()
        || !record.content().isUnconfirmed()) {
      return false;
    }
    Transition last = record.transitions().getLast();
    State state = event.status().state();
    boolean isEarlier = state.rank() > 0 && !state.isClosed();
    return (isEarlier || isNotFound(event))
        && event.metadata().isRequestedAtOrAfter(last.version())
        && !event.metadata().receivedAt().isBefore(last.receivedAt().plus(GRACE_PERIOD));
  }

  /**
   * Returns the conflict of a customer after an event: an open one if the API does not know the
   * customer, a resolved one if it contradicts a verdict that only signed events reported.
   *
   * @param isDenial whether the API does not know the customer, after the grace period
   */
  static TerminalStates ofCustomer(
      RecordContent before, KycStatus after, VerifiedEvent event, long version, boolean isDenial) {
    KycStatus status = CustomerJoin.status(before);
    TerminalStateConflict existing = before.terminalStates().conflict();
    if (after.state() != status.state()) {
      return isLookup(event) && before.isUnconfirmed() && isContradiction(status, after)
          ? withConflict(status.state(), after.state(), after.state(), version)
          : TerminalStates.NONE;
    }
    if (isDenial && existing == null) {
      return withConflict(status.state(), event.status().state(), null, version);
    }
    boolean isEnded = existing != null && existing.isOpen() && after.confirmedAt() != null;
    return isEnded ? TerminalStates.NONE : before.terminalStates();
  }

  /** With a later time, the API's state follows the verdict; otherwise it contradicts it. */
  private static boolean isContradiction(KycStatus verdict, KycStatus fetched) {
    return verdict.occurredAt() == null
        || FieldPrecedence.BY_TIME.compare(fetched.occurredAt(), verdict.occurredAt()) <= 0;
  }

  private static TerminalStates withConflict(
      State verdict, State providerState, @Nullable State resolvedState, long version) {
    return new TerminalStates(
        List.of(),
        false,
        new TerminalStateConflict(List.of(verdict), providerState, resolvedState, version));
  }

  private static boolean isLookup(VerifiedEvent event) {
    return event.metadata().trust() == TrustLevel.FETCHED
        && event.metadata().requestedAtVersion() != null;
  }
}
