package dev.rampline.decoding;

import dev.rampline.event.Field;
import java.util.List;
import java.util.stream.Stream;

/**
 * The members of a payload from which a field is read.
 *
 * @param field the field
 * @param form the format of its values
 * @param names the provider's names for it, in order of preference
 */
record FieldSource(Field field, ValueFormat form, List<MemberPath> names) {
  FieldSource {
    names = List.copyOf(names);
  }

  static FieldSource of(Field field, ValueFormat form, String... names) {
    return new FieldSource(field, form, MemberPath.all(names));
  }

  /** Returns the names of the members of the body that contain the field. */
  Stream<String> topLevelNames() {
    return names.stream().map(MemberPath::outer);
  }
}
