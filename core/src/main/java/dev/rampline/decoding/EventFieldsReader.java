package dev.rampline.decoding;

import dev.rampline.event.EventFields;
import dev.rampline.event.Field;
import dev.rampline.event.SortedValues;
import dev.rampline.event.Subject;
import dev.rampline.json.Json;
import java.util.EnumMap;
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
    Map<Field, String> values = new EnumMap<>(Field.class);
    values.putAll(identity.ids());
    if (identity.subject().kind() == Subject.Kind.ORDER) {
      addOrder(values, reader, eventName);
    }
    return new EventFields(
        withExtra(byName(values), reader),
        new UnknownFieldNames(vocabulary, extraFields).find(reader.payload()));
  }

  private void addOrder(
      Map<Field, String> values, PayloadFieldReader reader, @Nullable String eventName) {
    for (Json.Obj part : reader.payload().body()) {
      for (String member : part.members().keySet()) {
        for (FieldSource source : vocabulary.orderFields(member)) {
          add(values, reader, source);
        }
      }
    }
    if (!values.containsKey(Field.SIDE)) {
      inferredSide(values, eventName).ifPresent(side -> values.put(Field.SIDE, side.name()));
    }
  }

  private static void add(
      Map<Field, String> values, PayloadFieldReader reader, FieldSource source) {
    if (!values.containsKey(source.field())) {
      reader
          .findInBody(source.form(), source.names())
          .ifPresent(value -> values.put(source.field(), value));
    }
  }

  /**
   * Infers the side: only off-ramp orders have these events or a sending wallet ({@code
   * docs/provider-api.md#a9}).
   */
  private Optional<Side> inferredSide(Map<Field, String> values, @Nullable String eventName) {
    return Optional.ofNullable(eventName)
        .flatMap(vocabulary::sideByEvent)
        .or(
            () ->
                values.containsKey(Field.FROM_WALLET_ADDRESS)
                    ? Optional.of(Side.SELL)
                    : Optional.empty());
  }

  private static SortedValues<String> byName(Map<Field, String> values) {
    SortedValues.Builder<String> sorted = new SortedValues.Builder<>(values.size());
    for (Field field : Field.inOrderOfName()) {
      String value = values.get(field);
      if (value != null) {
        sorted.add(field.text(), Excerpt.of(value));
      }
    }
    return sorted.build();
  }

  private SortedValues<String> withExtra(SortedValues<String> values, PayloadFieldReader reader) {
    if (extraFields.isEmpty()) {
      return values;
    }
    Map<String, String> all = new TreeMap<>(values);
    for (String name : extraFields) {
      reader
          .findInBody(ValueFormat.SCALAR, MemberPath.all(name))
          .ifPresent(value -> all.put(EventFields.EXTRA_PREFIX + name, Excerpt.of(value)));
    }
    return SortedValues.copyOf(all);
  }
}
