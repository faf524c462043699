package dev.rampline.decoding;

import dev.rampline.event.Field;
import java.util.List;
import java.util.stream.Stream;

/**
 * The members of a payload from which a field is read.
 *
 * @param field the field
 * @param form the format of its values
 * @param names the provider's names for it, in order of preference. {@code fee.total} is the member
 *     {@code total} of the object {@code fee}
 */
record FieldSource(Field field, ValueFormat form, List<String> names) {
  FieldSource {
    names = List.copyOf(names);
  }

  static FieldSource of(Field field, ValueFormat form, String... names) {
    return new FieldSource(field, form, List.of(names));
  }

  /** Returns the names of the members of the body that contain the field. */
  Stream<String> topLevelNames() {
    return names.stream().map(name -> name.contains(".") ? name.split("\\.", 2)[0] : name);
  }
}
