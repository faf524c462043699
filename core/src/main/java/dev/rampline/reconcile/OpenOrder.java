package dev.rampline.reconcile;

import dev.rampline.ledger.Fact;
import dev.rampline.ledger.LedgerRecord;
import dev.rampline.ledger.Transition;
import dev.rampline.observation.Field;
import dev.rampline.observation.State;
import dev.rampline.observation.Subject;
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
    return begun(record).map(since -> new OpenOrder(record.subject(), since));
  }

  /** The one that has waited for longer. */
  OpenOrder or(OpenOrder other) {
    return other.since.isBefore(since) ? other : this;
  }

  private static Optional<Instant> begun(LedgerRecord record) {
    Fact createdAt = record.facts().values().get(Field.CREATED_AT.text());
    return createdAt == null
        ? record.transitions().stream().findFirst().map(Transition::receivedAt)
        : Optional.of(Instant.parse(createdAt.value()));
  }
}
