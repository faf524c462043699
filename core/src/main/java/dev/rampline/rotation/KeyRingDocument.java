package dev.rampline.rotation;

import dev.rampline.json.Json;
import dev.rampline.json.JsonReader;
import dev.rampline.json.JsonWriter;
import dev.rampline.verification.Keys;
import dev.rampline.verification.KeysDocument;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The document of keys, to be written again. Members that this version does not know stay as they
 * are. It does not print.
 *
 * @param document the whole document
 * @param keys what a receiver reads in it
 */
record KeyRingDocument(Json.Obj document, Keys keys) {
  /** Each further token costs every forged signature another check. */
  static final int MAX_TOKENS = 8;

  private static final String ACCESS_TOKENS = "accessTokens";

  KeyRingDocument {
    Objects.requireNonNull(document, "document");
    Objects.requireNonNull(keys, "keys");
  }

  /**
   * Reads it.
   *
   * @throws dev.rampline.verification.InvalidKeysException if a receiver would not take it
   */
  static KeyRingDocument parse(String text) {
    Keys keys = KeysDocument.parseAllowingEmpty(text).keys();
    return new KeyRingDocument((Json.Obj) JsonReader.read(text).orElseThrow(), keys);
  }

  Optional<KeyRingEntry> current() {
    return entries().stream().findFirst();
  }

  boolean isDue(RotationPolicy policy, Instant now) {
    return current().map(entry -> policy.isDue(entry, now)).orElse(true);
  }

  /** Whether the token is the current one already, with an end no earlier than the one told. */
  boolean isAlreadyCurrent(AccessToken token) {
    return current()
        .filter(entry -> entry.hasToken(token) && entry.notAfter().isEmpty())
        .flatMap(KeyRingEntry::expiresAt)
        .filter(end -> !end.isBefore(token.expiresAt()))
        .isPresent();
  }

  /** Whether the token was put there, by this run or another that was given it too. */
  boolean hasToken(AccessToken token) {
    return entries().stream()
        .filter(entry -> entry.hasToken(token))
        .flatMap(entry -> entry.obtainedAt().stream())
        .anyMatch(at -> !at.isBefore(token.obtainedAt()));
  }

  /**
   * The document with the token in it, before the earlier ones that may still have signed.
   *
   * @throws dev.rampline.verification.InvalidKeysException if a receiver would not take it
   */
  String with(AccessToken token, RotationPolicy policy, Instant now) {
    Instant end = now.plus(policy.retention()).truncatedTo(ChronoUnit.MILLIS);
    List<KeyRingEntry> placed = withInserted(token);
    Stream<KeyRingEntry> earlier = placed.stream().skip(1).map(entry -> entry.withNotAfter(end));
    List<Json> kept =
        Stream.concat(placed.stream().limit(1), earlier.filter(entry -> entry.isUnexpired(now)))
            .limit(MAX_TOKENS)
            .<Json>map(KeyRingEntry::members)
            .toList();
    Map<String, Json> members = new LinkedHashMap<>(document.members());
    members.put(ACCESS_TOKENS, new Json.Arr(kept));
    String text = JsonWriter.write(new Json.Obj(members));
    KeysDocument.parse(text);
    return text;
  }

  /** First, unless another run was given its own later and has stored it already. */
  private List<KeyRingEntry> withInserted(AccessToken token) {
    List<KeyRingEntry> others = new ArrayList<>(entries());
    others.removeIf(entry -> entry.hasToken(token));
    KeyRingEntry own =
        entries().stream()
            .filter(entry -> entry.hasToken(token))
            .findFirst()
            .map(entry -> entry.withRenewal(token))
            .orElseGet(() -> KeyRingEntry.of(token));
    boolean late = !others.isEmpty() && others.getFirst().isObtainedAfter(token);
    others.add(late ? 1 : 0, own);
    return others;
  }

  List<KeyRingEntry> entries() {
    return document.get(ACCESS_TOKENS).orElse(null) instanceof Json.Arr(List<Json> items)
        ? items.stream().map(KeyRingEntry::of).toList()
        : List.of();
  }

  @Override
  public String toString() {
    return "RingDocument[hidden]";
  }
}
