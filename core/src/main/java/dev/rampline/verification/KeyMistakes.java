package dev.rampline.verification;

import dev.rampline.json.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Finds mistakes of copying in a key document: it is valid, but no signature can match. The texts
 * are fixed and quote nothing of the document.
 */
final class KeyMistakes {
  private static final Set<String> MEMBERS =
      Set.of("accessTokens", "webhookSecrets", "apiKey", "apiSecret");

  /** Those of the rotation are known too. */
  private static final Set<String> ENTRY_MEMBERS =
      Set.of("value", "notAfter", "obtainedAt", "expiresAt");

  private static final char BYTE_ORDER_MARK = '\uFEFF';
  private static final String SCHEME = "bearer ";

  private KeyMistakes() {}

  static boolean beginsWithByteOrderMark(String text) {
    return !text.isEmpty() && text.charAt(0) == BYTE_ORDER_MARK;
  }

  /** Returns a warning for each kind of mistake. */
  static List<String> find(Json.Obj document, Keys keys) {
    List<String> warnings = new ArrayList<>();
    keys.accessTokens().forEach(key -> addTo(warnings, "accessTokens has an entry", key));
    keys.webhookSecrets().forEach(key -> addTo(warnings, "webhookSecrets has an entry", key));
    Stream.of(KeyStrength.values())
        .filter(kind -> hasUnknownEntryMember(document, kind.member()))
        .forEach(kind -> warnings.add(kind.member() + " has an entry with an unknown member"));
    unknownMember(document).ifPresent(warnings::add);
    return warnings.stream().distinct().toList();
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

  private static void addTo(List<String> warnings, String where, Secret key) {
    String text = key.text();
    if (text.toLowerCase(Locale.ROOT).startsWith(SCHEME)) {
      warnings.add(where + " that begins with Bearer: store the token alone");
    } else if (text.indexOf('\n') >= 0 || text.indexOf('\r') >= 0) {
      warnings.add(where + " with a line break");
    } else if (text.indexOf(BYTE_ORDER_MARK) >= 0) {
      warnings.add(where + " with a byte order mark");
    } else if (!text.equals(text.strip()) || text.chars().anyMatch(KeyMistakes::isBlank)) {
      warnings.add(where + " with a blank");
    }
  }

  private static boolean isBlank(int character) {
    return Character.isWhitespace(character)
        || Character.isSpaceChar(character)
        || Character.isISOControl(character);
  }
}
