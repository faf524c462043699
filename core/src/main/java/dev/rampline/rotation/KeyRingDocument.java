package dev.rampline.rotation;

import dev.rampline.json.Json;
import dev.rampline.json.JsonReader;
import dev.rampline.json.JsonWriter;
import dev.rampline.verification.KeysDocument;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * The key document for updates. Members that this version of the code does not know are kept.
 * {@code toString} hides it.
 *
 * @param document the whole document
 */
record KeyRingDocument(Json.Obj document) {
  /** The maximum number of obtained tokens: each costs every forged signature another check. */
  static final int MAX_TOKENS = 8;

  private static final String ACCESS_TOKENS = "accessTokens";

  KeyRingDocument {
    Objects.requireNonNull(document, "document");
  }

  /**
   * Parses the document.
   *
   * @throws dev.rampline.verification.InvalidKeysException if the webhook function would reject it
   */
  static KeyRingDocument parse(String text) {
    KeysDocument.parseAllowingEmpty(text);
    return new KeyRingDocument((Json.Obj) JsonReader.read(text).orElseThrow());
  }

  Optional<KeyRingEntry> current() {
    return entries().stream().findFirst();
  }

  boolean isDue(RotationPolicy policy, Instant now) {
    return current().map(entry -> policy.isDue(entry, now)).orElse(true);
  }

  /**
   * Returns whether the token is already the current one and its expiry is not later than the
   * stored one.
   */
  boolean isAlreadyCurrent(AccessToken token) {
    return current()
        .filter(entry -> entry.hasToken(token) && entry.notAfter().isEmpty())
        .flatMap(KeyRingEntry::expiresAt)
        .filter(expiry -> !expiry.isBefore(token.expiresAt()))
        .isPresent();
  }

  /**
   * Returns whether this token is stored, by this run or by another run that received the same
   * token.
   */
  boolean hasToken(AccessToken token) {
    return entries().stream()
        .filter(entry -> entry.hasToken(token))
        .flatMap(entry -> entry.obtainedAt().stream())
        .anyMatch(at -> !at.isBefore(token.obtainedAt()));
  }

  /**
   * Returns the document with the new token before the earlier ones, which webhooks may still be
   * signed with. Only tokens that the rotation obtained get an end of use and are dropped after it;
   * an entry that a person put in stays as it is.
   *
   * @throws dev.rampline.verification.InvalidKeysException if the webhook function would reject it
   */
  String with(AccessToken token, RotationPolicy policy, Instant now) {
    Instant notAfter = now.plus(policy.retention()).truncatedTo(ChronoUnit.MILLIS);
    List<KeyRingEntry> tokens = withInserted(token);
    List<Json> kept = new ArrayList<>();
    int obtained = 0;
    for (KeyRingEntry entry : tokens) {
      boolean isCurrent = kept.isEmpty();
      if (!entry.isObtained()) {
        kept.add(entry.members());
      } else if (isCurrent || (entry.isUnexpired(now) && obtained < MAX_TOKENS)) {
        kept.add((isCurrent ? entry : entry.withNotAfter(notAfter)).members());
        obtained++;
      }
    }
    Map<String, Json> members = new LinkedHashMap<>(document.members());
    members.put(ACCESS_TOKENS, new Json.Arr(kept));
    String text = JsonWriter.write(new Json.Obj(members));
    KeysDocument.parse(text);
    return text;
  }

  /** Inserts the token first, unless another run has already stored a later one. */
  private List<KeyRingEntry> withInserted(AccessToken token) {
    List<KeyRingEntry> others = new ArrayList<>(entries());
    others.removeIf(entry -> entry.hasToken(token));
    KeyRingEntry own =
        entries().stream()
            .filter(entry -> entry.hasToken(token))
            .findFirst()
            .map(entry -> entry.withRenewal(token))
            .orElseGet(() -> KeyRingEntry.of(token));
    boolean isOlder = !others.isEmpty() && others.getFirst().isObtainedAfter(token);
    others.add(isOlder ? 1 : 0, own);
    return others;
  }

  List<KeyRingEntry> entries() {
    return document.get(ACCESS_TOKENS).orElse(null) instanceof Json.Arr(List<Json> items)
        ? items.stream().map(KeyRingEntry::of).toList()
        : List.of();
  }

  @Override
  public String toString() {
    return "KeyRingDocument[hidden]";
  }
}
