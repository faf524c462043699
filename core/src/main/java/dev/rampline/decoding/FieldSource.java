package dev.rampline.decoding;

import dev.rampline.event.Field;
import java.util.List;

/**
 * The members of a payload from which a field is read.
 *
 * @param field the field
 * @param form the format of its values
 * @param names the provider's names for it, in order of preference
 */
record FieldSource(Field field, ValueFormat form, List<String> names) {
  FieldSource {
    names = List.copyOf(names);
  }

  static FieldSource of(Field field, ValueFormat form, String... names) {
    return new FieldSource(field, form, List.of(names));
  }
}
