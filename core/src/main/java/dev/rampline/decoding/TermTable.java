package dev.rampline.decoding;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Maps known terms to their meaning. A pattern with a trailing {@code *} matches every term with
 * that prefix. Case and surrounding space are ignored ({@code docs/provider-api.md#a20}), and so is
 * how words are separated: {@code order.completed} and {@code orderCompleted} are {@code
 * ORDER_COMPLETED}.
 */
final class TermTable<T> {
  private static final String WILDCARD = "*";
  private static final Pattern SEPARATOR = Pattern.compile("[\\s.:/-]+|(?<=[a-z])(?=[A-Z])");

  /** No known term is as long. */
  private static final int MAX_TERM = 128;

  private final Map<String, T> exactTerms = new HashMap<>();
  private final Map<String, T> prefixes = new HashMap<>();

  TermTable(List<Row<T>> rows) {
    for (Row<T> row : rows) {
      for (String pattern : row.patterns()) {
        boolean isPrefix = pattern.endsWith(WILDCARD);
        String term = pattern.replace(WILDCARD, "");
        Map<String, T> terms = isPrefix ? prefixes : exactTerms;
        terms.put(upperCase(term), row.meaning());
        terms.put(upperCase(joined(term)), row.meaning());
      }
    }
  }

  static <T> Row<T> row(T meaning, String... patterns) {
    return new Row<>(meaning, List.of(patterns));
  }

  Optional<T> meaning(String text) {
    Optional<T> asWritten = find(upperCase(text));
    return asWritten.isPresent() || text.length() > MAX_TERM || isJoined(text)
        ? asWritten
        : find(upperCase(joined(text)));
  }

  /** Returns whether the words of the text are joined by underscores, as documented. */
  private static boolean isJoined(String text) {
    for (int index = 0; index < text.length(); index++) {
      char character = text.charAt(index);
      if (character != '_' && (character < 'A' || character > 'Z')) {
        return false;
      }
    }
    return true;
  }

  /** Returns the text with its words joined by underscores. */
  private static String joined(String text) {
    return SEPARATOR.matcher(text.strip()).replaceAll("_");
  }

  private Optional<T> find(String term) {
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

  private static String upperCase(String text) {
    return text.strip().toUpperCase(Locale.ROOT);
  }

  /** A meaning and its patterns. */
  record Row<T>(T meaning, List<String> patterns) {
    Row {
      patterns = List.copyOf(patterns);
    }
  }
}
