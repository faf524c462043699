package dev.rampline.verification;

import dev.rampline.json.Json;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Parses an entry of a list of keys: a string, or an object with a value and an optional end of
 * use.
 */
final class SecretEntry {
  private SecretEntry() {}

  static Secret read(Json entry, KeyStrength strength) {
    return switch (entry) {
      case Json.Text(String value) -> secret(value, null, strength);
      case Json.Obj object -> secret(value(object, strength), notAfter(object, strength), strength);
      case Json.Arr _, Json.Num _, Json.Bool _, Json.Null _ ->
          throw new InvalidKeysException(
              strength.member() + " has an entry that is neither a string nor an object");
    };
  }

  private static Secret secret(String value, @Nullable Instant notAfter, KeyStrength strength) {
    if (value.isEmpty()) {
      throw new InvalidKeysException(strength.member() + " has an entry with an empty value");
    }
    return new Secret(value, notAfter);
  }

  private static String value(Json.Obj entry, KeyStrength strength) {
    if (entry.get("value").orElse(null) instanceof Json.Text(String value)) {
      return value;
    }
    throw new InvalidKeysException(strength.member() + " has an entry whose value is not a string");
  }

  private static @Nullable Instant notAfter(Json.Obj entry, KeyStrength strength) {
    Optional<Json> member = entry.get("notAfter").filter(json -> !(json instanceof Json.Null));
    if (member.isEmpty()) {
      return null;
    }
    return instant(member.get())
        .orElseThrow(
            () ->
                new InvalidKeysException(
                    strength.member() + " has an entry whose notAfter is not an ISO 8601 instant"));
  }

  private static Optional<Instant> instant(Json member) {
    if (!(member instanceof Json.Text(String text))) {
      return Optional.empty();
    }
    try {
      return Optional.of(Instant.parse(text));
    } catch (DateTimeParseException notAnInstant) {
      // Not kept as a cause: its message quotes the text, which may be a misplaced key.
      return Optional.empty();
    }
  }
}
