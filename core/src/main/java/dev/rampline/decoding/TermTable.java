package dev.rampline.decoding;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Maps documented terms to their meaning. A pattern with a trailing {@code *} matches every term
 * with that prefix. Case and surrounding space are ignored ({@code docs/provider-api.md#a20}).
 */
final class TermTable<T> {
  private static final String WILDCARD = "*";

  private final Map<String, T> exactTerms = new HashMap<>();
  private final Map<String, T> prefixes = new HashMap<>();

  TermTable(List<Row<T>> rows) {
    for (Row<T> row : rows) {
      for (String pattern : row.patterns()) {
        boolean isPrefix = pattern.endsWith(WILDCARD);
        (isPrefix ? prefixes : exactTerms).put(pattern.replace(WILDCARD, ""), row.meaning());
      }
    }
  }

  static <T> Row<T> row(T meaning, String... patterns) {
    return new Row<>(meaning, List.of(patterns));
  }

  Optional<T> meaning(String text) {
    String term = text.strip().toUpperCase(Locale.ROOT);
    T exact = exactTerms.get(term);
    return exact != null ? Optional.of(exact) : byPrefix(term);
  }

  private Optional<T> byPrefix(String term) {
    for (Map.Entry<String, T> prefix : prefixes.entrySet()) {
      if (term.startsWith(prefix.getKey())) {
        return Optional.of(prefix.getValue());
      }
    }
    return Optional.empty();
  }

  /** A meaning and its patterns. */
  record Row<T>(T meaning, List<String> patterns) {
    Row {
      patterns = List.copyOf(patterns);
    }
  }
}
