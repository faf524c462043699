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
 * An order that is paid and has no terminal state.
 *
 * @param subject the order
 * @param since when it was created, or else when the first event arrived
 */
public record OpenOrder(Subject subject, Instant since) {
  public OpenOrder {
    Objects.requireNonNull(subject, "subject");
    Objects.requireNonNull(since, "since");
  }

  /** Returns the record's open order; empty if it is not one. */
  static Optional<OpenOrder> of(LedgerRecord record) {
    State state = record.state();
    if (state.isClosed() || state.rank() < State.PAYMENT_CLAIMED.rank()) {
      return Optional.empty();
    }
    return startedAt(record).map(since -> new OpenOrder(record.subject(), since));
  }

  /** Returns the older of the two. */
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
