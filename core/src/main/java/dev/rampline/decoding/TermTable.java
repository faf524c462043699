package dev.rampline.decoding;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Documented words and what they mean. A pattern that ends with {@code *} stands for every word
 * that begins like it. Neither case nor space around a word counts (provider.md A20).
 */
final class TermTable<T> {
  private static final String WILDCARD = "*";

  private final Map<String, T> exactTerms = new HashMap<>();
  private final Map<String, T> prefixes = new HashMap<>();

  TermTable(List<Row<T>> rows) {
    for (Row<T> row : rows) {
      for (String pattern : row.patterns()) {
        boolean open = pattern.endsWith(WILDCARD);
        (open ? prefixes : exactTerms).put(pattern.replace(WILDCARD, ""), row.meaning());
      }
    }
  }

  static <T> Row<T> row(T meaning, String... patterns) {
    return new Row<>(meaning, List.of(patterns));
  }

  Optional<T> meaning(String text) {
    String word = text.strip().toUpperCase(Locale.ROOT);
    T exact = exactTerms.get(word);
    return exact != null ? Optional.of(exact) : byPrefix(word);
  }

  private Optional<T> byPrefix(String word) {
    for (Map.Entry<String, T> beginning : prefixes.entrySet()) {
      if (word.startsWith(beginning.getKey())) {
        return Optional.of(beginning.getValue());
      }
    }
    return Optional.empty();
  }

  /** One meaning and every pattern that has it. */
  record Row<T>(T meaning, List<String> patterns) {
    Row {
      patterns = List.copyOf(patterns);
    }
  }
}
