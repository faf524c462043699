package dev.rampline.operations.audit;

import dev.rampline.event.Field;
import dev.rampline.event.State;
import dev.rampline.event.Subject;
import dev.rampline.ledger.LedgerRecord;
import dev.rampline.ledger.TerminalStates;
import dev.rampline.ledger.Transition;
import dev.rampline.operations.audit.AuditedOrder.Mark;
import dev.rampline.operations.recovery.RecordReader;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/** Reads the orders of the ledger, by scanning its table. */
record LedgerOrders(RecordReader records) implements OrderReader {
  private static final String ORDER = "order/";

  /** The number of items of a page. */
  private static final int PAGE = 500;

  @Override
  public SourceCoverage read(Consumer<AuditedOrder> orders) {
    String next = null;
    do {
      RecordReader.Page page = records.pageAfter(next, PAGE);
      orders(page).forEach(orders);
      next = page.next();
    } while (next != null);
    return SourceCoverage.COMPLETE;
  }

  private static List<AuditedOrder> orders(RecordReader.Page page) {
    List<AuditedOrder> orders = new ArrayList<>();
    page.records().stream()
        .filter(record -> record.subject().kind() == Subject.Kind.ORDER)
        .map(LedgerOrders::order)
        .forEach(orders::add);
    page.tombstones().stream()
        .map(tombstone -> tombstone.subject().text())
        .filter(subject -> subject.startsWith(ORDER))
        .map(subject -> withoutData(subject, Mark.ERASED))
        .forEach(orders::add);
    page.unreadable().stream()
        .filter(subject -> subject.startsWith(ORDER))
        .map(subject -> withoutData(subject, Mark.UNREADABLE))
        .forEach(orders::add);
    return orders;
  }

  static AuditedOrder order(LedgerRecord record) {
    Set<Mark> marks = EnumSet.noneOf(Mark.class);
    if (record.terminalStates().hasOpenConflict()) {
      marks.add(Mark.OPEN_CONFLICT);
    }
    if (hasFailedWithoutRefund(record)) {
      marks.add(Mark.FAILED_WITHOUT_REFUND);
    }
    String subject = record.subject().text();
    return new AuditedOrder(
        AuditSource.LEDGER,
        subject,
        subject,
        0,
        record.state(),
        AuditColumn.values(record.content().visibleFields()),
        createdAt(record),
        marks);
  }

  private static AuditedOrder withoutData(String subject, Mark mark) {
    return new AuditedOrder(
        AuditSource.LEDGER, subject, subject, 0, null, Map.of(), null, Set.of(mark));
  }

  /**
   * Returns whether the order ended without a completion after the provider had received the money.
   * That the customer claims a payment does not count.
   */
  private static boolean hasFailedWithoutRefund(LedgerRecord record) {
    TerminalStates ends = record.terminalStates();
    State state = record.state();
    return state.isTerminal()
        && state != State.COMPLETED
        && (ends.reported(State.COMPLETED)
            || record.currentStatus().state().rank() >= State.PAYMENT_RECEIVED.rank());
  }

  /** Returns when the order was created, or else when Rampline received the first event. */
  private static Instant createdAt(LedgerRecord record) {
    String createdAt = record.fields().plainValues().get(Field.CREATED_AT.text());
    return createdAt == null
        ? record.transitions().stream()
            .findFirst()
            .map(Transition::receivedAt)
            .orElse(record.revision().updatedAt())
        : Instant.parse(createdAt);
  }
}
