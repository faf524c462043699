package dev.rampline.samples;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Finds the name most similar to a mistyped or abbreviated one.
 *
 * @param name the name as typed
 */
public record NameSimilarity(String name) {

  /** The most similar name, if any: at most a third of the typed letters are wrong. */
  public Optional<String> nearest(Collection<String> names) {
    return names.stream()
        .filter(other -> !name.isEmpty() && 3 * edits(other) <= name.length())
        .min(
            Comparator.<String>comparingInt(this::edits)
                .thenComparingInt(other -> Math.abs(other.length() - name.length())));
  }

  /** The suffix of an error message: {@code ; did you mean that?}, or an empty string. */
  public String hint(Collection<String> names) {
    return nearest(names).map("; did you mean %s?"::formatted).orElse("");
  }

  /**
   * The number of insertions, deletions and replacements (Levenshtein distance) that turn the name
   * into a part of the other one.
   */
  private int edits(String existing) {
    String typed = plain(name);
    String other = plain(existing);
    int[] row = new int[other.length() + 1];
    for (int i = 1; i <= typed.length(); i++) {
      int diagonal = row[0];
      row[0] = i;
      for (int j = 1; j <= other.length(); j++) {
        int replaced = diagonal + (typed.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1);
        diagonal = row[j];
        row[j] = Math.min(replaced, Math.min(row[j], row[j - 1]) + 1);
      }
    }
    return IntStream.of(row).min().orElseThrow();
  }

  private static String plain(String text) {
    return text.toLowerCase(Locale.ROOT).replace('-', '_');
  }
}
