package dev.rampline.rotation;

import dev.rampline.json.Json;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** One access token in the document, with whatever else stands beside it. It does not print. */
public record KeyRingEntry(Json.Obj members) {
  private static final String VALUE = "value";
  private static final String NOT_AFTER = "notAfter";
  private static final String OBTAINED_AT = "obtainedAt";

  /** Not {@code notAfter}: that would end its use for verifying before there is a next token. */
  private static final String EXPIRES_AT = "expiresAt";

  /**
   * Every token in the document, the current one first.
   *
   * @throws dev.rampline.verification.InvalidKeysException if a receiver would not take it
   */
  public static List<KeyRingEntry> parseAll(String document) {
    return KeyRingDocument.parse(document).entries();
  }

  /** A plain string is a token of which nothing is known. */
  static KeyRingEntry of(Json entry) {
    return new KeyRingEntry(
        entry instanceof Json.Obj object ? object : new Json.Obj(Map.of(VALUE, entry)));
  }

  static KeyRingEntry of(AccessToken token) {
    return of(new Json.Text(token.text())).withRenewal(token);
  }

  boolean hasToken(AccessToken token) {
    return members.get(VALUE).filter(new Json.Text(token.text())::equals).isPresent();
  }

  /** When the provider gave it; empty: nobody wrote that down. */
  public Optional<Instant> obtainedAt() {
    return instant(OBTAINED_AT);
  }

  /** When it can no longer call the API; empty: nobody knows. */
  public Optional<Instant> expiresAt() {
    return instant(EXPIRES_AT);
  }

  Optional<Instant> notAfter() {
    return instant(NOT_AFTER);
  }

  boolean isObtainedAfter(AccessToken token) {
    return obtainedAt().filter(token.obtainedAt()::isBefore).isPresent();
  }

  boolean isUnexpired(Instant now) {
    return notAfter().filter(now::isAfter).isEmpty();
  }

  /** The same token, given again. */
  KeyRingEntry withRenewal(AccessToken token) {
    Map<String, Json> changed = new LinkedHashMap<>(members.members());
    changed.remove(NOT_AFTER);
    changed.put(OBTAINED_AT, text(token.obtainedAt()));
    changed.put(EXPIRES_AT, text(token.expiresAt()));
    return new KeyRingEntry(new Json.Obj(changed));
  }

  /** Replaced by another token: it ends then, unless its end was set already. */
  KeyRingEntry withNotAfter(Instant end) {
    Map<String, Json> changed = new LinkedHashMap<>(members.members());
    changed.putIfAbsent(NOT_AFTER, text(end));
    return new KeyRingEntry(new Json.Obj(changed));
  }

  private Optional<Instant> instant(String name) {
    try {
      return members.get(name).orElse(null) instanceof Json.Text(String at)
          ? Optional.of(Instant.parse(at))
          : Optional.empty();
    } catch (DateTimeParseException unknown) {
      return Optional.empty();
    }
  }

  private static Json text(Instant instant) {
    return new Json.Text(instant.toString());
  }

  @Override
  public String toString() {
    return "RingEntry[hidden]";
  }
}
