package dev.rampline.function.webhook;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Header fields with case-insensitive names: HTTP/2 lowers the case, payload format 1.0 keeps it.
 */
record Headers(@Nullable Map<String, String> fields) {

  /** Returns the value of a field. Values of several spellings of a name are joined by commas. */
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
