package dev.rampline.devkit.samples;

import static java.util.stream.Collectors.toSet;

import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/** How much two names look alike: by the pairs of neighbouring letters that they share. */
public record Likeness(String name) {
  private static final double ENOUGH = 0.5;

  /** The name that looks most like this one, if any does. */
  public Optional<String> nearest(Collection<String> names) {
    return names.stream()
        .filter(other -> to(other) >= ENOUGH)
        .max(Comparator.comparingDouble(this::to));
  }

  private double to(String other) {
    Set<String> own = pairs(name);
    Set<String> theirs = pairs(other);
    Set<String> shared = new HashSet<>(own);
    shared.retainAll(theirs);
    return 2.0 * shared.size() / Math.max(1, own.size() + theirs.size());
  }

  private static Set<String> pairs(String text) {
    String lower = text.toLowerCase(Locale.ROOT).replace('-', '_');
    return IntStream.range(0, lower.length() - 1)
        .mapToObj(at -> lower.substring(at, at + 2))
        .collect(toSet());
  }
}
