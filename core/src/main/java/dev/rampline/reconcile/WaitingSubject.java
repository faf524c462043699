package dev.rampline.reconcile;

import dev.rampline.event.Field;
import dev.rampline.event.State;
import dev.rampline.event.Subject;
import dev.rampline.ledger.FieldValue;
import dev.rampline.ledger.LedgerRecord;
import dev.rampline.ledger.TerminalStateConflict;
import dev.rampline.ledger.Transition;
import dev.rampline.lifecycle.Lifecycle;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A subject that waits for the provider: for a terminal state, a confirmation, or the resolution of
 * its conflict.
 *
 * @param subject the subject
 * @param since when the wait began
 */
public record WaitingSubject(Subject subject, Instant since) {
  public WaitingSubject {
    Objects.requireNonNull(subject, "subject");
    Objects.requireNonNull(since, "since");
  }

  /**
   * Returns an order that is paid and has no terminal state, since it was created, or else since
   * the first event; empty for any other record.
   */
  static Optional<WaitingSubject> forTerminalState(LedgerRecord record) {
    State state = record.state();
    return state.isClosed() || state.rank() < State.PAYMENT_CLAIMED.rank()
        ? Optional.empty()
        : startedAt(record).map(since -> new WaitingSubject(record.subject(), since));
  }

  /**
   * Returns a subject with a terminal state, a verdict, or a refund that only signed events
   * reported, and that the provider's API has neither confirmed nor contradicted, since the state
   * was received; empty for any other record, and while there is an open conflict.
   */
  static Optional<WaitingSubject> forConfirmation(LedgerRecord record) {
    return Lifecycle.unconfirmedSince(record)
        .filter(_ -> !record.terminalStates().hasOpenConflict())
        .map(since -> new WaitingSubject(record.subject(), since));
  }

  /**
   * Returns a subject with an open conflict, since it was opened; in a record of older code since
   * the last change. Empty for any other record.
   */
  static Optional<WaitingSubject> forResolution(LedgerRecord record) {
    TerminalStateConflict conflict = record.terminalStates().conflict();
    if (conflict == null || !conflict.isOpen()) {
      return Optional.empty();
    }
    Instant openedAt = conflict.openedAt();
    return Optional.of(
        new WaitingSubject(
            record.subject(),
            openedAt == null ? record.lastChange().metadata().receivedAt() : openedAt));
  }

  /** Returns this or the other, whichever has waited for longer. */
  WaitingSubject olderOf(@Nullable WaitingSubject other) {
    return other == null || since.isBefore(other.since) ? this : other;
  }

  private static Optional<Instant> startedAt(LedgerRecord record) {
    FieldValue createdAt = record.fields().values().get(Field.CREATED_AT.text());
    return createdAt == null
        ? record.transitions().stream().findFirst().map(Transition::receivedAt)
        : Optional.of(Instant.parse(createdAt.value()));
  }
}
