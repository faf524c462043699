package dev.rampline.reconcile;

import dev.rampline.event.Subject;
import dev.rampline.ledger.LedgerRecord;
import dev.rampline.lifecycle.Lifecycle;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/**
 * A terminal state, a verdict, or a refund that only signed events reported, and that the
 * provider's API has neither confirmed nor contradicted.
 *
 * @param subject the subject
 * @param since when the state was received
 */
public record UnconfirmedState(Subject subject, Instant since) {
  public UnconfirmedState {
    Objects.requireNonNull(subject, "subject");
    Objects.requireNonNull(since, "since");
  }

  /** Returns the record's unconfirmed state; empty if there is none, or if it is in conflict. */
  static Optional<UnconfirmedState> of(LedgerRecord record) {
    return Lifecycle.unconfirmedSince(record)
        .filter(_ -> !record.terminalStates().hasOpenConflict())
        .map(since -> new UnconfirmedState(record.subject(), since));
  }

  /** Returns the older of the two. */
  UnconfirmedState olderOf(UnconfirmedState other) {
    return other.since.isBefore(since) ? other : this;
  }
}
