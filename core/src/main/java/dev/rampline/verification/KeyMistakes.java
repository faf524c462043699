package dev.rampline.verification;

import dev.rampline.json.Json;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Finds unknown members of a key document, which are usually misspelled. The texts are fixed and
 * quote nothing of the document.
 */
final class KeyMistakes {
  private static final Set<String> MEMBERS =
      Set.of(
          "accessTokens",
          "webhookSecrets",
          KeyStrength.MIN_BYTES,
          "originSecret1",
          "originSecret2",
          "apiKey",
          "apiSecret");

  /** Those of the rotation are known too. */
  private static final Set<String> ENTRY_MEMBERS =
      Set.of("value", "notAfter", "obtainedAt", "expiresAt");

  private KeyMistakes() {}

  /** Returns a warning for each kind of mistake. */
  static Stream<String> find(Json.Obj document) {
    return Stream.concat(
        Stream.of(KeyStrength.values())
            .filter(kind -> hasUnknownEntryMember(document, kind.member()))
            .map(kind -> kind.member() + " has an entry with an unknown member"),
        unknownMember(document).stream());
  }

  /** Describes the first unknown member of the document. */
  static Optional<String> unknownMember(Json.Obj document) {
    return document.members().keySet().stream()
        .filter(name -> !MEMBERS.contains(name))
        .map(KeyMistakes::similarMember)
        .map(
            similar ->
                "The keys have an unknown member"
                    + similar.map(name -> " that looks like " + name).orElse(""))
        .max(String::compareTo);
  }

  private static Optional<String> similarMember(String name) {
    return MEMBERS.stream().filter(known -> bare(known).equals(bare(name))).findFirst();
  }

  private static String bare(String name) {
    return name.toLowerCase(Locale.ROOT).replaceAll("[^a-z]", "").replaceAll("s$", "");
  }

  private static boolean hasUnknownEntryMember(Json.Obj document, String list) {
    return document.get(list).orElse(null) instanceof Json.Arr(List<Json> entries)
        && entries.stream()
            .anyMatch(
                entry ->
                    entry instanceof Json.Obj(Map<String, Json> members)
                        && !ENTRY_MEMBERS.containsAll(members.keySet()));
  }
}
