package dev.rampline.function.webhook;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Header fields; the case of a name does not matter: HTTP/2 lowers it, format 1.0 keeps it. */
record Headers(@Nullable Map<String, String> fields) {

  /** The field's value; of several spellings of one name, the values together, as HTTP has it. */
  Optional<String> find(String name) {
    List<String> values =
        fields == null
            ? List.of()
            : fields.entrySet().stream()
                .filter(field -> name.equalsIgnoreCase(field.getKey()))
                .map(Map.Entry::getValue)
                .filter(Objects::nonNull)
                .toList();
    return values.isEmpty() ? Optional.empty() : Optional.of(String.join(",", values));
  }
}
