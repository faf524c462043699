package dev.rampline.operations.audit;

import de.siegmar.fastcsv.reader.CsvRecord;
import dev.rampline.event.EventFields;
import dev.rampline.event.Field;
import dev.rampline.event.State;
import dev.rampline.event.Subject;
import dev.rampline.json.DecimalParser;
import dev.rampline.operations.audit.AuditedOrder.Mark;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The values of one row of an order file. */
final class OrderRow {
  private static final List<String> YES = List.of("true", "yes", "1");
  private static final List<String> NO = List.of("false", "no", "0");

  /** The states of an order; those of KYC have no rank. */
  private static final List<State> STATES =
      Arrays.stream(State.values())
          .filter(state -> state.rank() > 0 || state == State.UNKNOWN)
          .toList();

  private final long line;
  private final Map<AuditColumn, String> texts = new EnumMap<>(AuditColumn.class);

  private OrderRow(long line) {
    this.line = line;
  }

  /**
   * Parses a row.
   *
   * @throws OrderFileException if a value does not have the form of its column
   */
  static AuditedOrder parse(OrderFileHeader header, CsvRecord record) {
    OrderRow row = new OrderRow(record.getStartingLineNumber());
    int columns = header.columns().size();
    if (record.getFieldCount() != columns) {
      throw row.invalid(
          "%d fields, but the header has %d".formatted(record.getFieldCount(), columns));
    }
    for (int index = 0; index < columns; index++) {
      String bytes = record.getField(index);
      header.columns().get(index).ifPresent(column -> row.put(column, bytes));
    }
    return row.order();
  }

  private void put(AuditColumn column, String bytes) {
    String text =
        FileText.decode(bytes)
            .orElseThrow(
                () -> invalid(column.text() + " is not UTF-8. Save the file as CSV in UTF-8"))
            .strip();
    if (text.length() > EventFields.MAX_TEXT) {
      throw invalid(column.text() + " is longer than " + EventFields.MAX_TEXT + " characters");
    }
    if (!text.isEmpty()) {
      texts.put(column, text);
    }
  }

  private AuditedOrder order() {
    Map<Field, String> fields = new EnumMap<>(Field.class);
    texts.forEach(
        (column, text) ->
            column.field().ifPresent(field -> fields.put(field, value(column, field, text))));
    Set<Mark> marks = EnumSet.noneOf(Mark.class);
    String id = texts.get(AuditColumn.ID);
    if (id != null) {
      fields.put(Field.ORDER_ID, id);
      fields.put(Field.PARTNER_ORDER_ID, id);
      marks.add(Mark.EITHER_ID);
    }
    addPaidOut(marks);
    return new AuditedOrder(AuditSource.FILE, key(fields), "", line, state(), fields, null, marks);
  }

  /** Returns the subject if the row has the provider's id, which is tried first. */
  private String key(Map<Field, String> fields) {
    String orderId = fields.get(Field.ORDER_ID);
    String key =
        orderId == null ? fields.get(Field.PARTNER_ORDER_ID) : Subject.order(orderId).text();
    if (key == null) {
      throw invalid("no id of the order");
    }
    return key;
  }

  private @Nullable State state() {
    String text = texts.get(AuditColumn.STATE);
    if (text == null) {
      return null;
    }
    String name = text.toLowerCase(Locale.ROOT).replace('_', '-');
    return STATES.stream()
        .filter(state -> state.text().equals(name))
        .findFirst()
        .orElseThrow(
            () ->
                invalid(
                    "unknown state %s. States are %s"
                        .formatted(
                            FileText.excerpt(text),
                            STATES.stream().map(State::text).collect(Collectors.joining(", ")))));
  }

  private String value(AuditColumn column, Field field, String text) {
    return field.isAmount()
        ? DecimalParser.canonical(text)
            .orElseThrow(
                () ->
                    invalid(
                        "%s is not a number such as 1234.50: %s"
                            .formatted(column.text(), FileText.excerpt(text))))
        : text;
  }

  private void addPaidOut(Set<Mark> marks) {
    String text = texts.get(AuditColumn.PAID_OUT);
    if (text == null) {
      return;
    }
    String answer = text.toLowerCase(Locale.ROOT);
    if (!YES.contains(answer) && !NO.contains(answer)) {
      throw invalid("paidOut is not true or false: " + FileText.excerpt(text));
    }
    marks.add(YES.contains(answer) ? Mark.PAID_OUT : Mark.NOT_PAID_OUT);
  }

  private OrderFileException invalid(String clause) {
    return OrderFileException.at(line, clause);
  }
}
