package dev.rampline.samples;

import static java.util.stream.Collectors.toSet;

import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * Finds the name most similar to a mistyped one: by shared pairs of adjacent letters and, because
 * short names have few pairs, by edit distance.
 *
 * @param name the name as typed
 */
public record NameSimilarity(String name) {
  private static final double THRESHOLD = 0.5;

  /** A missing suffix costs less than a wrong letter, because it may be an abbreviation. */
  private static final double PREFIX_WEIGHT = 0.8;

  /** The most similar name, if any. */
  public Optional<String> nearest(Collection<String> names) {
    return names.stream()
        .filter(other -> similarity(other) >= THRESHOLD)
        .max(Comparator.comparingDouble(this::similarity));
  }

  /** The suffix of an error message: {@code ; did you mean that?}, or an empty string. */
  public String hint(Collection<String> names) {
    return nearest(names).map("; did you mean %s?"::formatted).orElse("");
  }

  private double similarity(String other) {
    String typed = plain(name);
    String meant = plain(other);
    Set<String> own = pairs(typed);
    Set<String> theirs = pairs(meant);
    Set<String> shared = new HashSet<>(own);
    shared.retainAll(theirs);
    double whole = 2.0 * shared.size() / Math.max(1, own.size() + theirs.size());
    double beginning = PREFIX_WEIGHT * shared.size() / Math.max(1, own.size());
    double messages =
        1 - (double) distance(typed, meant) / Math.max(1, Math.max(typed.length(), meant.length()));
    return Math.max(whole, Math.max(beginning, messages));
  }

  private static String plain(String text) {
    return text.toLowerCase(Locale.ROOT).replace('-', '_');
  }

  private static Set<String> pairs(String text) {
    return IntStream.range(0, text.length() - 1)
        .mapToObj(at -> text.substring(at, at + 2))
        .collect(toSet());
  }

  /** The number of insertions, deletions and replacements (Levenshtein distance). */
  private static int distance(String one, String other) {
    int[] row = IntStream.rangeClosed(0, other.length()).toArray();
    for (int i = 1; i <= one.length(); i++) {
      int diagonal = row[0];
      row[0] = i;
      for (int j = 1; j <= other.length(); j++) {
        int replaced = diagonal + (one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1);
        diagonal = row[j];
        row[j] = Math.min(replaced, Math.min(row[j], row[j - 1]) + 1);
      }
    }
    return row[other.length()];
  }
}
