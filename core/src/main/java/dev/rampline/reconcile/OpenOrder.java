package dev.rampline.reconcile;

import dev.rampline.event.Field;
import dev.rampline.event.State;
import dev.rampline.event.Subject;
import dev.rampline.ledger.FieldValue;
import dev.rampline.ledger.LedgerRecord;
import dev.rampline.ledger.Transition;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/**
 * An order on which money is under way: somebody paid, and nothing has ended it.
 *
 * @param subject the order
 * @param since when it was made, or else when it was heard of first
 */
public record OpenOrder(Subject subject, Instant since) {
  public OpenOrder {
    Objects.requireNonNull(subject, "subject");
    Objects.requireNonNull(since, "since");
  }

  /** Empty if the record is of no such order. */
  static Optional<OpenOrder> of(LedgerRecord record) {
    State state = record.state();
    if (state.isClosed() || state.rank() < State.PAYMENT_CLAIMED.rank()) {
      return Optional.empty();
    }
    return startedAt(record).map(since -> new OpenOrder(record.subject(), since));
  }

  /** The one that has waited for longer. */
  OpenOrder olderOf(OpenOrder other) {
    return other.since.isBefore(since) ? other : this;
  }

  private static Optional<Instant> startedAt(LedgerRecord record) {
    FieldValue createdAt = record.fields().values().get(Field.CREATED_AT.text());
    return createdAt == null
        ? record.transitions().stream().findFirst().map(Transition::receivedAt)
        : Optional.of(Instant.parse(createdAt.value()));
  }
}
