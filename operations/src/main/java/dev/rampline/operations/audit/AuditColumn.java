package dev.rampline.operations.audit;

import dev.rampline.event.Field;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The columns of an order file, named as in a message ({@code docs/audit.md#columns}). A file needs
 * one of the first three.
 */
public enum AuditColumn {
  /** The provider's id of the order, or the partner's. */
  ID("id", null),
  ORDER_ID(Field.ORDER_ID),
  PARTNER_ORDER_ID(Field.PARTNER_ORDER_ID),
  STATE("state", null),
  FIAT_AMOUNT(Field.FIAT_AMOUNT),
  FIAT_CURRENCY(Field.FIAT_CURRENCY),
  CRYPTO_AMOUNT(Field.CRYPTO_AMOUNT),
  CRYPTO_CURRENCY(Field.CRYPTO_CURRENCY),
  /** Whether the partner has paid the order out. */
  PAID_OUT("paidOut", null);

  private static final List<Field> FIELDS =
      Arrays.stream(values()).flatMap(column -> column.field().stream()).toList();

  private final String text;
  private final @Nullable Field field;

  AuditColumn(Field field) {
    this(field.text(), field);
  }

  AuditColumn(String text, @Nullable Field field) {
    this.text = text;
    this.field = field;
  }

  /** Returns the name in the header. */
  public String text() {
    return text;
  }

  /** Returns the field that the column has values of; empty for an id of either kind and others. */
  Optional<Field> field() {
    return Optional.ofNullable(field);
  }

  /** Returns whether the column identifies the order. */
  boolean isId() {
    return compareTo(STATE) < 0;
  }

  /** Returns the fields that are compared. */
  static List<Field> fields() {
    return FIELDS;
  }

  /** Returns the values of these fields. */
  static Map<Field, String> values(Map<String, String> byName) {
    Map<Field, String> values = new EnumMap<>(Field.class);
    for (Field field : FIELDS) {
      String value = byName.get(field.text());
      if (value != null) {
        values.put(field, value);
      }
    }
    return values;
  }

  /** Returns the column of a header, in any case and with any separator: {@code order_id}. */
  static Optional<AuditColumn> ofHeader(String header) {
    String plain = plain(header);
    return Arrays.stream(values()).filter(column -> plain(column.text).equals(plain)).findFirst();
  }

  private static String plain(String name) {
    return name.replaceAll("[ _-]", "").toLowerCase(Locale.ROOT);
  }
}
