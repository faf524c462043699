package dev.rampline.decoding;

import dev.rampline.observation.Field;
import java.util.List;

/**
 * Where the value of a field comes from.
 *
 * @param field that is told
 * @param form that its values have
 * @param names under which the provider writes it, the best first
 */
record Source(Field field, Form form, List<String> names) {
  Source {
    names = List.copyOf(names);
  }

  static Source of(Field field, Form form, String... names) {
    return new Source(field, form, List.of(names));
  }
}
