package dev.rampline.operations.audit;

import dev.rampline.event.Field;
import dev.rampline.event.State;
import java.time.Instant;
import java.util.Comparator;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One order as one source has it.
 *
 * @param key what the order is matched by: its subject, or the partner's id
 * @param subject the subject; empty for a row
 * @param line the line of the row; of an order of another source, the line of the row that it was
 *     matched with; 0 for none
 * @param state null if the source does not say
 * @param fields canonical values of {@link AuditColumn#fields()}
 * @param createdAt when the order was created, or the first that is known of it; null if unknown
 */
record AuditedOrder(
    AuditSource source,
    String key,
    String subject,
    long line,
    @Nullable State state,
    Map<Field, String> fields,
    @Nullable Instant createdAt,
    Set<Mark> marks) {
  /** By key; rows of the file come first, then one order after the other. */
  static final Comparator<AuditedOrder> BY_KEY =
      Comparator.comparing(AuditedOrder::key)
          .thenComparing(order -> !order.isRow())
          .thenComparing(AuditedOrder::subject)
          .thenComparing(AuditedOrder::source)
          .thenComparingLong(AuditedOrder::line);

  AuditedOrder {
    Objects.requireNonNull(source, "source");
    Objects.requireNonNull(key, "key");
    Objects.requireNonNull(subject, "subject");
    fields = Map.copyOf(fields);
    marks = Set.copyOf(marks);
  }

  /** What else a source says. */
  enum Mark {
    /** Of a row: its id is the provider's or the partner's, and so both fields have it. */
    EITHER_ID,
    /** Of a row: the partner has paid the order out. */
    PAID_OUT,
    /** Of a row: the partner has not paid the order out. */
    NOT_PAID_OUT,
    /** Of the ledger: the order has an open conflict. */
    OPEN_CONFLICT,
    /** Of the ledger: the order failed after the payment, and no refund was reported. */
    FAILED_WITHOUT_REFUND,
    /** Of the ledger: the order was erased. */
    ERASED,
    /** Of the ledger: only newer code can read the record. */
    UNREADABLE
  }

  boolean isRow() {
    return source == AuditSource.FILE;
  }

  boolean has(Mark mark) {
    return marks.contains(mark);
  }

  @Nullable String field(Field field) {
    return fields.get(field);
  }

  /** Returns an id of this order to show; an id of either kind is shown as the provider's. */
  @Nullable String shownId(Field id) {
    return id == Field.PARTNER_ORDER_ID && has(Mark.EITHER_ID) ? null : fields.get(id);
  }

  /** Returns the same order with another key. */
  AuditedOrder withKey(String newKey) {
    return new AuditedOrder(source, newKey, subject, line, state, fields, createdAt, marks);
  }

  /** Returns the same order, matched with the row in that line. */
  AuditedOrder withLine(long newLine) {
    return new AuditedOrder(source, key, subject, newLine, state, fields, createdAt, marks);
  }
}
