package dev.rampline.decoding;

import dev.rampline.event.EventFields;
import dev.rampline.event.Field;
import dev.rampline.event.SortedValues;
import dev.rampline.event.Subject;
import dev.rampline.json.Json;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Reads the allow-listed fields of a payload and the extra fields of the configuration. */
final class EventFieldsReader {
  private final Vocabulary vocabulary;
  private final Set<String> extraFields;

  EventFieldsReader(Vocabulary vocabulary, Set<String> extraFields) {
    this.vocabulary = vocabulary;
    this.extraFields = Set.copyOf(extraFields);
  }

  EventFields read(PayloadFieldReader reader, Identity identity, @Nullable String eventName) {
    Map<String, String> values = new TreeMap<>();
    identity.ids().forEach((field, id) -> values.put(field.text(), id));
    if (identity.subject().kind() == Subject.Kind.ORDER) {
      addOrder(values, reader, eventName);
    }
    addExtra(values, reader);
    values.replaceAll((name, value) -> Excerpt.of(value));
    return new EventFields(
        SortedValues.copyOf(values),
        new UnknownFieldNames(vocabulary, extraFields).find(reader.payload()));
  }

  private void addOrder(
      Map<String, String> values, PayloadFieldReader reader, @Nullable String eventName) {
    for (Json.Obj part : reader.payload().body()) {
      for (String member : part.members().keySet()) {
        for (FieldSource source : vocabulary.orderFields(member)) {
          add(values, reader, source);
        }
      }
    }
    if (!values.containsKey(Field.SIDE.text())) {
      inferredSide(values, eventName).ifPresent(side -> values.put(Field.SIDE.text(), side.name()));
    }
  }

  private static void add(
      Map<String, String> values, PayloadFieldReader reader, FieldSource source) {
    String name = source.field().text();
    if (!values.containsKey(name)) {
      reader.findInBody(source.form(), source.names()).ifPresent(value -> values.put(name, value));
    }
  }

  /**
   * Infers the side: only off-ramp orders have these events or a sending wallet ({@code
   * docs/provider-api.md#a9}).
   */
  private Optional<Side> inferredSide(Map<String, String> values, @Nullable String eventName) {
    return Optional.ofNullable(eventName)
        .flatMap(vocabulary::sideByEvent)
        .or(
            () ->
                values.containsKey(Field.FROM_WALLET_ADDRESS.text())
                    ? Optional.of(Side.SELL)
                    : Optional.empty());
  }

  private void addExtra(Map<String, String> values, PayloadFieldReader reader) {
    for (String name : extraFields) {
      reader
          .findInBody(ValueFormat.SCALAR, MemberPath.all(name))
          .ifPresent(value -> values.put(EventFields.EXTRA_PREFIX + name, value));
    }
  }
}
