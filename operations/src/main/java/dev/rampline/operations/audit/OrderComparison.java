package dev.rampline.operations.audit;

import dev.rampline.event.Field;
import dev.rampline.event.State;
import dev.rampline.operations.audit.AuditedOrder.Mark;
import dev.rampline.operations.lookup.ReportedStates;
import java.util.function.BiPredicate;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Compares one order in the three sources. */
final class OrderComparison {
  private final @Nullable AuditedOrder row;
  private final KnownOrder known;
  private final @Nullable SourceCoverage coverage;
  private final Consumer<AuditFinding> findings;

  /**
   * Creates a comparison.
   *
   * @param row the row of the file; null if the file does not have the order
   * @param known the order in the other sources
   * @param coverage what was read of the provider's list; null: it is not compared
   * @param findings receives the differences
   */
  OrderComparison(
      @Nullable AuditedOrder row,
      KnownOrder known,
      @Nullable SourceCoverage coverage,
      Consumer<AuditFinding> findings) {
    this.row = row;
    this.known = known;
    this.coverage = coverage;
    this.findings = findings;
  }

  void run() {
    findMissing();
    if (hasMark(known.ledger(), Mark.UNREADABLE)) {
      report(FindingKind.UNREADABLE_RECORD);
    }
    compareStates();
    AuditColumn.fields().forEach(this::compareField);
    comparePayout();
    if (hasMark(known.ledger(), Mark.FAILED_WITHOUT_REFUND)) {
      report(FindingKind.FAILED_WITHOUT_REFUND);
    }
  }

  /** Reports a difference about the whole order, with its states. */
  private void report(FindingKind kind) {
    report(kind, AuditColumn.STATE.text(), OrderComparison::stateText);
  }

  private void findMissing() {
    if (row == null) {
      report(FindingKind.MISSING_IN_FILE);
    }
    if (known.ledger() == null) {
      report(FindingKind.MISSING_IN_LEDGER);
    }
    if (known.provider() == null
        && coverage != null
        && coverage.includes(known.createdAt())
        && !known.isErased()) {
      report(FindingKind.MISSING_AT_PROVIDER);
    }
  }

  private void compareStates() {
    boolean isDifferent =
        differs(row, known.ledger(), AuditedOrder::state, (ours, ledger) -> ours == ledger)
            || differs(known.ledger(), known.provider(), AuditedOrder::state, ReportedStates::agree)
            || differs(row, known.provider(), AuditedOrder::state, ReportedStates::agree);
    if (isDifferent) {
      report(FindingKind.DIFFERENT_STATE);
    }
  }

  private void compareField(Field field) {
    AuditedOrder own = isIdOfEitherKind(field) ? null : row;
    Function<AuditedOrder, @Nullable String> value = order -> order.field(field);
    BiPredicate<String, String> isSame =
        field == Field.FIAT_CURRENCY || field == Field.CRYPTO_CURRENCY
            ? String::equalsIgnoreCase
            : String::equals;
    if (differs(own, known.ledger(), value, isSame)
        || differs(known.ledger(), known.provider(), value, isSame)
        || differs(own, known.provider(), value, isSame)) {
      report(FindingKind.DIFFERENT_FIELD, field.text(), value);
    }
  }

  private void comparePayout() {
    AuditedOrder ledger = known.ledger();
    boolean isCompleted =
        ledger != null && ledger.state() == State.COMPLETED && !ledger.has(Mark.OPEN_CONFLICT);
    boolean isUnknown = known.isErased() || hasMark(ledger, Mark.UNREADABLE);
    if (hasMark(row, Mark.PAID_OUT) && !isCompleted && !isUnknown) {
      report(FindingKind.PAID_OUT_NOT_COMPLETED);
    }
    if (hasMark(row, Mark.NOT_PAID_OUT) && isCompleted) {
      report(FindingKind.COMPLETED_NOT_PAID_OUT);
    }
  }

  private boolean isIdOfEitherKind(Field field) {
    return hasMark(row, Mark.EITHER_ID)
        && (field == Field.ORDER_ID || field == Field.PARTNER_ORDER_ID);
  }

  private static <T> boolean differs(
      @Nullable AuditedOrder one,
      @Nullable AuditedOrder other,
      Function<AuditedOrder, @Nullable T> value,
      BiPredicate<T, T> isSame) {
    T first = one == null ? null : value.apply(one);
    T second = other == null ? null : value.apply(other);
    return first != null && second != null && !isSame.test(first, second);
  }

  private static boolean hasMark(@Nullable AuditedOrder order, Mark mark) {
    return order != null && order.has(mark);
  }

  private void report(
      FindingKind kind, String field, Function<AuditedOrder, @Nullable String> value) {
    String orderId = known.orderId();
    String partnerOrderId = known.field(Field.PARTNER_ORDER_ID);
    findings.accept(
        new AuditFinding(
            kind,
            orderId == null ? text(row, order -> order.shownId(Field.ORDER_ID)) : orderId,
            partnerOrderId == null
                ? text(row, order -> order.shownId(Field.PARTNER_ORDER_ID))
                : partnerOrderId,
            row == null ? 0 : row.line(),
            field,
            text(row, value),
            text(known.ledger(), value),
            text(known.provider(), value)));
  }

  private static @Nullable String text(
      @Nullable AuditedOrder order, Function<AuditedOrder, @Nullable String> value) {
    return order == null ? null : value.apply(order);
  }

  private static @Nullable String stateText(AuditedOrder order) {
    if (order.has(Mark.ERASED)) {
      return "erased";
    }
    if (order.has(Mark.UNREADABLE)) {
      return "unreadable";
    }
    State state = order.state();
    String text = state == null ? null : state.text();
    return order.has(Mark.OPEN_CONFLICT) ? text + " (conflict)" : text;
  }
}
