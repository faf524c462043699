package dev.rampline.adapter.dynamodb;

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
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * Converts the attributes {@code fields}, {@code unknownFields}, {@code aliases} and {@code
 * currentStatus}: field values and current status with their precedence.
 */
final class FieldsCodec {
  private static final String FIELDS = "fields";
  private static final String UNKNOWN_FIELDS = "unknownFields";
  private static final String ALIASES = "aliases";
  private static final String CURRENT_STATUS = "currentStatus";

  private FieldsCodec() {}

  static void write(FieldValues fields, PrecedenceTable precedences, MapWriter item) {
    MapWriter details = new MapWriter();
    fields.values().forEach((name, field) -> details.map(name, value(field, precedences)));
    item.map(FIELDS, details.members())
        .list(UNKNOWN_FIELDS, List.copyOf(fields.unknownNames()), AttributeValue::fromS)
        .list(ALIASES, List.copyOf(fields.aliases()), AttributeValue::fromS);
  }

  static FieldValues read(MapReader item, PrecedenceTable precedences) {
    Map<String, FieldValue> values = new TreeMap<>();
    item.map(FIELDS)
        .ifPresent(
            details ->
                details
                    .members()
                    .forEach((name, value) -> values.put(name, fieldValue(value, precedences))));
    return FieldValues.of(values, new LinkedHashSet<>(item.list(UNKNOWN_FIELDS, AttributeValue::s)))
        .withAliases(item.list(ALIASES, AttributeValue::s));
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

  static CurrentStatus readCurrentStatus(
      Subject.Kind kind, MapReader item, PrecedenceTable precedences) {
    return item.map(CURRENT_STATUS)
        .map(map -> currentStatus(kind, map, precedences))
        .orElse(CurrentStatus.none(kind));
  }

  private static CurrentStatus currentStatus(
      Subject.Kind kind, MapReader map, PrecedenceTable precedences) {
    State state = State.of(map.text("state"));
    String index = map.numberOrNull("p");
    @Nullable FieldPrecedence precedence =
        index == null ? null : precedences.at(Integer.parseInt(index));
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

  private static Map<String, AttributeValue> value(FieldValue field, PrecedenceTable precedences) {
    return new MapWriter()
        .text("v", field.value())
        .number("p", precedences.index(field.precedence()))
        .members();
  }

  private static FieldValue fieldValue(AttributeValue value, PrecedenceTable precedences) {
    MapReader field = MapReader.of(value);
    return new FieldValue(field.text("v"), precedences.at(Math.toIntExact(field.number("p"))));
  }
}
