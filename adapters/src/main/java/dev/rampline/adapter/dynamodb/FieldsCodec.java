package dev.rampline.adapter.dynamodb;

import dev.rampline.event.State;
import dev.rampline.ledger.CurrentStatus;
import dev.rampline.ledger.FieldPrecedence;
import dev.rampline.ledger.FieldValue;
import dev.rampline.ledger.FieldValues;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** {@code details}, {@code unknownFields} and {@code standing}: what was told, with its tags. */
final class FieldsCodec {
  private static final String FIELDS = "details";
  private static final String UNKNOWN_FIELDS = "unknownFields";
  private static final String CURRENT_STATUS = "standing";

  private FieldsCodec() {}

  static void write(FieldValues facts, PrecedenceTable tags, MapWriter item) {
    MapWriter details = new MapWriter();
    facts.values().forEach((name, fact) -> details.map(name, value(fact, tags)));
    item.map(FIELDS, details.members())
        .list(UNKNOWN_FIELDS, List.copyOf(facts.unknownNames()), AttributeValue::fromS);
  }

  static FieldValues read(MapReader item, PrecedenceTable tags) {
    Map<String, FieldValue> values = new TreeMap<>();
    item.map(FIELDS)
        .ifPresent(
            details ->
                details
                    .members()
                    .forEach((name, value) -> values.put(name, fieldValue(value, tags))));
    return FieldValues.of(
        values, new LinkedHashSet<>(item.list(UNKNOWN_FIELDS, AttributeValue::s)));
  }

  static void write(CurrentStatus standing, PrecedenceTable tags, MapWriter item) {
    if (standing.equals(CurrentStatus.NONE)) {
      return;
    }
    MapWriter map = new MapWriter().text("state", standing.state().text());
    if (standing.precedence() != null) {
      map.number("t", tags.index(standing.precedence()));
    }
    map.instant("floor", standing.latestOccurredAt())
        .flag("confirmed", standing.confirmed(), true)
        .list("everTold", names(standing), AttributeValue::fromS);
    item.map(CURRENT_STATUS, map.members());
  }

  static CurrentStatus readCurrentStatus(MapReader item, PrecedenceTable tags) {
    return item.map(CURRENT_STATUS).map(map -> currentStatus(map, tags)).orElse(CurrentStatus.NONE);
  }

  private static CurrentStatus currentStatus(MapReader map, PrecedenceTable tags) {
    String index = map.numberOrNull("t");
    @Nullable FieldPrecedence told = index == null ? null : tags.at(Integer.parseInt(index));
    return new CurrentStatus(
        State.of(map.text("state")),
        told,
        map.instantOrNull("floor"),
        map.flag("confirmed", true),
        new LinkedHashSet<>(map.list("everTold", value -> State.of(value.s()))));
  }

  private static List<String> names(CurrentStatus standing) {
    return standing.reportedStates().stream().map(State::text).sorted().toList();
  }

  private static Map<String, AttributeValue> value(FieldValue fact, PrecedenceTable tags) {
    return new MapWriter()
        .text("v", fact.value())
        .number("t", tags.index(fact.precedence()))
        .members();
  }

  private static FieldValue fieldValue(AttributeValue value, PrecedenceTable tags) {
    MapReader fact = MapReader.of(value);
    return new FieldValue(fact.text("v"), tags.at(Math.toIntExact(fact.number("t"))));
  }
}
