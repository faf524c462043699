package dev.rampline.adapter.dynamodb;

import dev.rampline.event.Field;
import dev.rampline.event.State;
import dev.rampline.event.Subject;
import dev.rampline.ledger.CurrentStatus;
import dev.rampline.ledger.FieldPrecedence;
import dev.rampline.ledger.FieldValue;
import dev.rampline.ledger.FieldValues;
import dev.rampline.ledger.KycStatus;
import dev.rampline.ledger.OrderStatus;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * Converts the attributes {@code fields}, {@code unknownFields}, {@code aliases} and {@code
 * currentStatus}: field values and current status with their precedence.
 */
final class FieldsCodec {
  static final String FIELDS = "fields";
  static final String VALUES = "values";
  private static final String UNKNOWN_FIELDS = "unknownFields";
  private static final String ALIASES = "aliases";
  private static final String CURRENT_STATUS = "currentStatus";

  private FieldsCodec() {}

  /**
   * Writes fields. A value that the item's key or the key of an index has is not repeated.
   *
   * @param item contains the keys
   */
  static void write(FieldValues fields, PrecedenceTable precedences, MapWriter item) {
    fields
        .values()
        .forEach(
            (name, field) -> {
              boolean isKey = field.value().equals(key(name, item.members()));
              precedences
                  .values(field.precedence())
                  .text(name, isKey ? null : field.value())
                  .flag(name, isKey, false);
            });
    item.list(UNKNOWN_FIELDS, List.copyOf(fields.unknownNames()), AttributeValue::fromS)
        .list(ALIASES, List.copyOf(fields.aliases()), AttributeValue::fromS);
  }

  static FieldValues read(MapReader item) {
    Map<String, FieldValue> fields = new TreeMap<>();
    for (MapReader entry : item.list(FIELDS, MapReader::of)) {
      FieldPrecedence precedence = PrecedenceTable.precedence(entry);
      entry
          .map(VALUES)
          .ifPresent(
              values ->
                  values
                      .members()
                      .forEach(
                          (name, value) ->
                              fields.put(
                                  name, new FieldValue(text(name, value, item), precedence))));
    }
    return FieldValues.of(fields, new LinkedHashSet<>(item.list(UNKNOWN_FIELDS, AttributeValue::s)))
        .withAliases(item.list(ALIASES, AttributeValue::s));
  }

  private static String text(String name, AttributeValue value, MapReader item) {
    String text = value.bool() == null ? value.s() : key(name, item.members());
    return Objects.requireNonNull(text, name);
  }

  /** Returns the id in the key of the item or of an index that a field may have too. */
  private static @Nullable String key(String name, Map<String, AttributeValue> item) {
    boolean isOrderId = name.equals(Field.ORDER_ID.text());
    if (!isOrderId && !name.equals(IndexKeys.PARTNER_ORDER_ID)) {
      return null;
    }
    AttributeValue key = item.get(isOrderId ? RecordCodec.SUBJECT : name);
    return key == null ? null : key.s().substring(isOrderId ? key.s().indexOf('/') + 1 : 0);
  }

  static void write(CurrentStatus status, PrecedenceTable precedences, MapWriter item) {
    if (status.equals(OrderStatus.NONE) || status.equals(KycStatus.NONE)) {
      return;
    }
    MapWriter map = new MapWriter().text("state", status.state().text());
    if (status.precedence() != null) {
      map.number("p", precedences.index(status.precedence()));
    }
    if (status instanceof KycStatus kyc) {
      map.instant("floor", kyc.latestOccurredAt())
          .flag("confirmed", kyc.confirmed(), true)
          .list("everReported", names(kyc), AttributeValue::fromS)
          .instant("fetchedAt", kyc.fetchedAt())
          .instant("confirmedAt", kyc.confirmedAt());
    }
    item.map(CURRENT_STATUS, map.members());
  }

  static CurrentStatus readCurrentStatus(Subject.Kind kind, MapReader item) {
    return item.map(CURRENT_STATUS)
        .map(map -> currentStatus(kind, map, item.list(FIELDS, MapReader::of)))
        .orElse(CurrentStatus.none(kind));
  }

  private static CurrentStatus currentStatus(
      Subject.Kind kind, MapReader map, List<MapReader> fields) {
    State state = State.of(map.text("state"));
    String index = map.numberOrNull("p");
    @Nullable FieldPrecedence precedence =
        index == null ? null : PrecedenceTable.precedence(fields.get(Integer.parseInt(index)));
    return switch (kind) {
      case ORDER -> new OrderStatus(state, precedence);
      case KYC ->
          new KycStatus(
              state,
              precedence,
              map.instantOrNull("floor"),
              map.flag("confirmed", true),
              new LinkedHashSet<>(map.list("everReported", value -> State.of(value.s()))),
              map.instantOrNull("fetchedAt"),
              map.instantOrNull("confirmedAt"));
    };
  }

  private static List<String> names(KycStatus status) {
    return status.reportedStates().stream().map(State::text).sorted().toList();
  }
}
