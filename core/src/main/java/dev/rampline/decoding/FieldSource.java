package dev.rampline.decoding;

import dev.rampline.event.Field;
import java.util.List;

/**
 * Where the value of a field comes from.
 *
 * @param field that is told
 * @param form that its values have
 * @param names under which the provider writes it, the best first
 */
record FieldSource(Field field, ValueFormat form, List<String> names) {
  FieldSource {
    names = List.copyOf(names);
  }

  static FieldSource of(Field field, ValueFormat form, String... names) {
    return new FieldSource(field, form, List.of(names));
  }
}
