package dev.rampline.adapter.dynamodb;

import dev.rampline.ledger.Fact;
import dev.rampline.ledger.Facts;
import dev.rampline.ledger.Standing;
import dev.rampline.ledger.Told;
import dev.rampline.observation.State;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** {@code details}, {@code unknownFields} and {@code standing}: what was told, with its tags. */
final class FactsCodec {
  private static final String DETAILS = "details";
  private static final String UNKNOWN_FIELDS = "unknownFields";
  private static final String STANDING = "standing";

  private FactsCodec() {}

  static void write(Facts facts, Tags tags, MapWriter item) {
    MapWriter details = new MapWriter();
    facts.values().forEach((name, fact) -> details.map(name, value(fact, tags)));
    item.map(DETAILS, details.members())
        .list(UNKNOWN_FIELDS, List.copyOf(facts.unknownNames()), AttributeValue::fromS);
  }

  static Facts read(MapReader item, Tags tags) {
    Map<String, Fact> values = new TreeMap<>();
    item.map(DETAILS)
        .ifPresent(
            details ->
                details.members().forEach((name, value) -> values.put(name, fact(value, tags))));
    return Facts.of(values, new LinkedHashSet<>(item.list(UNKNOWN_FIELDS, AttributeValue::s)));
  }

  static void write(Standing standing, Tags tags, MapWriter item) {
    if (standing.equals(Standing.NONE)) {
      return;
    }
    MapWriter map = new MapWriter().text("state", standing.state().text());
    if (standing.told() != null) {
      map.number("t", tags.index(standing.told()));
    }
    map.instant("floor", standing.floor())
        .flag("confirmed", standing.confirmed(), true)
        .list("everTold", names(standing), AttributeValue::fromS);
    item.map(STANDING, map.members());
  }

  static Standing readStanding(MapReader item, Tags tags) {
    return item.map(STANDING).map(map -> standing(map, tags)).orElse(Standing.NONE);
  }

  private static Standing standing(MapReader map, Tags tags) {
    String index = map.numberOrNull("t");
    @Nullable Told told = index == null ? null : tags.at(Integer.parseInt(index));
    return new Standing(
        State.of(map.text("state")),
        told,
        map.instantOrNull("floor"),
        map.flag("confirmed", true),
        new LinkedHashSet<>(map.list("everTold", value -> State.of(value.s()))));
  }

  private static List<String> names(Standing standing) {
    return standing.everTold().stream().map(State::text).sorted().toList();
  }

  private static Map<String, AttributeValue> value(Fact fact, Tags tags) {
    return new MapWriter().text("v", fact.value()).number("t", tags.index(fact.told())).members();
  }

  private static Fact fact(AttributeValue value, Tags tags) {
    MapReader fact = MapReader.of(value);
    return new Fact(fact.text("v"), tags.at(Math.toIntExact(fact.number("t"))));
  }
}
