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
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
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
   * reports an earlier state of an order, or that the API does not know the subject. An earlier
   * state does not deny a refund, which the API cannot report.
   */
  static boolean isDenial(@Nullable LedgerRecord record, VerifiedEvent event) {
    if (record == null
        || !isLookup(event)
        || record.transitions().isEmpty()
        || !record.content().isUnconfirmed()) {
      return false;
    }
    Transition first = firstUnconfirmed(record);
    State state = event.status().state();
    boolean isEarlier =
        state.rank() > 0 && !state.isClosed() && !record.terminalStates().isRefundAlone();
    return (isEarlier || isNotFound(event))
        && event.metadata().isRequestedAtOrAfter(first.version())
        && !event.metadata().receivedAt().isBefore(first.receivedAt().plus(GRACE_PERIOD));
  }

  /** Returns when the record's state was received, if it needs confirmation. */
  static Optional<Instant> unconfirmedSince(LedgerRecord record) {
    return record.content().isUnconfirmed() && !record.transitions().isEmpty()
        ? Optional.of(firstUnconfirmed(record).receivedAt())
        : Optional.empty();
  }

  /** A refund or a second terminal state does not give the first one more time. */
  private static Transition firstUnconfirmed(LedgerRecord record) {
    return record.transitions().stream()
        .filter(transition -> transition.state().isClosed())
        .findFirst()
        .orElseGet(() -> record.transitions().getLast());
  }

  /**
   * Returns the conflict of a customer after an event: an open one if the API does not know the
   * customer, until it does; a resolved one if it contradicts a verdict that only signed events
   * reported.
   *
   * @param isDenial whether the API does not know the customer, after the grace period
   */
  static TerminalStates ofCustomer(
      RecordContent before, KycStatus after, VerifiedEvent event, long version, boolean isDenial) {
    KycStatus status = CustomerJoin.status(before);
    TerminalStateConflict existing = before.terminalStates().conflict();
    boolean isAnswer = isLookup(event) && event.metadata().receivedAt().equals(after.fetchedAt());
    if (after.state() != status.state()) {
      return isAnswer && before.isUnconfirmed() && isContradiction(status, after)
          ? withConflict(
              List.of(status.state()),
              after.state(),
              after.state(),
              version,
              event.metadata().receivedAt())
          : isAnswer
              ? TerminalStates.NONE
              : openConflict(before.terminalStates(), after.state(), version);
    }
    if (isDenial && existing == null) {
      return withConflict(
          List.of(status.state()),
          event.status().state(),
          null,
          version,
          event.metadata().receivedAt());
    }
    boolean isEnded = existing != null && existing.isOpen() && isAnswer;
    return isEnded ? TerminalStates.NONE : before.terminalStates();
  }

  /** Returns an open conflict of a customer, with the state that a signed event now reports. */
  static TerminalStates openConflict(TerminalStates before, State state, long version) {
    TerminalStateConflict existing = before.conflict();
    if (existing == null || !existing.isOpen()) {
      return TerminalStates.NONE;
    }
    List<State> states =
        Stream.concat(Stream.of(state), existing.terminalStates().stream()).distinct().toList();
    return withConflict(states, existing.providerState(), null, version, existing.openedAt());
  }

  /** With a later time, the API's state follows the verdict; otherwise it contradicts it. */
  private static boolean isContradiction(KycStatus verdict, KycStatus fetched) {
    return verdict.occurredAt() == null
        || FieldPrecedence.BY_TIME.compare(fetched.occurredAt(), verdict.occurredAt()) <= 0;
  }

  private static TerminalStates withConflict(
      List<State> states,
      @Nullable State providerState,
      @Nullable State resolvedState,
      long version,
      @Nullable Instant openedAt) {
    return new TerminalStates(
        List.of(),
        false,
        new TerminalStateConflict(states, providerState, resolvedState, version, openedAt));
  }

  private static boolean isLookup(VerifiedEvent event) {
    return event.metadata().trust() == TrustLevel.FETCHED
        && event.metadata().requestedAtVersion() != null;
  }
}
