package dev.rampline.rotation;

import dev.rampline.json.Json;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** One access token in the key document, with all its other members. {@code toString} hides it. */
public record KeyRingEntry(Json.Obj members) {
  private static final String VALUE = "value";
  private static final String NOT_AFTER = "notAfter";
  private static final String OBTAINED_AT = "obtainedAt";

  /**
   * The expiry for API calls. Not {@code notAfter}, which would end its use for verification before
   * there is a new token.
   */
  private static final String EXPIRES_AT = "expiresAt";

  /**
   * Returns every token in the document, the current one first.
   *
   * @throws dev.rampline.verification.InvalidKeysException if the webhook function would reject it
   */
  public static List<KeyRingEntry> parseAll(String document) {
    return KeyRingDocument.parse(document).entries();
  }

  /** Returns an entry; a plain string is a token without metadata. */
  static KeyRingEntry of(Json entry) {
    return new KeyRingEntry(
        entry instanceof Json.Obj object ? object : new Json.Obj(Map.of(VALUE, entry)));
  }

  static KeyRingEntry of(AccessToken token) {
    return of(new Json.Text(token.text())).withRenewal(token);
  }

  /** Returns whether the rotation obtained the token; a person who adds a key does not say when. */
  boolean isObtained() {
    return members.get(OBTAINED_AT).isPresent();
  }

  boolean hasToken(AccessToken token) {
    return members.get(VALUE).filter(new Json.Text(token.text())::equals).isPresent();
  }

  /** Returns when the provider issued the token; empty if unknown. */
  public Optional<Instant> obtainedAt() {
    return instant(OBTAINED_AT);
  }

  /** Returns when the provider stops accepting the token for API calls; empty if unknown. */
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

  /** Returns the entry after the provider issued the same token again. */
  KeyRingEntry withRenewal(AccessToken token) {
    Map<String, Json> changed = new LinkedHashMap<>(members.members());
    changed.remove(NOT_AFTER);
    changed.put(OBTAINED_AT, text(token.obtainedAt()));
    changed.put(EXPIRES_AT, text(token.expiresAt()));
    return new KeyRingEntry(new Json.Obj(changed));
  }

  /** Returns the entry with an end of use, unless it already has one. */
  KeyRingEntry withNotAfter(Instant notAfter) {
    Map<String, Json> changed = new LinkedHashMap<>(members.members());
    changed.putIfAbsent(NOT_AFTER, text(notAfter));
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
    return "KeyRingEntry[hidden]";
  }
}
