package dev.rampline.devkit.demo;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** In what a record differs from what is to be found. */
final class Differences {
  private Differences() {}

  static List<String> between(Expectation expected, LedgerRow row) {
    List<String> differences = new ArrayList<>();
    if (!expected.states().contains(row.state())) {
      differences.add("state " + row.state() + " and not " + sorted(expected.states()));
    }
    if (!areRight(row.finals(), expected)) {
      differences.add("finals " + sorted(row.finals()) + " and not " + sorted(expected.finals()));
    }
    if (row.conflict()) {
      differences.add("a conflict that nobody settled");
    }
    if (expected.isAnswerable() && !row.claims().isEmpty()) {
      differences.add("claims that nobody answered: " + sorted(row.claims()));
    }
    differences.addAll(details(expected, row.details()));
    return differences;
  }

  /** What was dropped may be missing among them. */
  private static boolean areRight(Set<String> held, Expectation expected) {
    return expected.finals().containsAll(held)
        && (expected.dropped() || held.containsAll(expected.truth().finals()));
  }

  private static List<String> details(Expectation expected, Map<String, String> held) {
    Map<String, String> told = expected.details();
    Set<String> names = new TreeSet<>(expected.facts());
    names.addAll(held.keySet());
    return names.stream()
        .filter(name -> !Objects.equals(told.get(name), held.get(name)))
        .map(name -> name + " " + shown(held.get(name)) + " and not " + shown(told.get(name)))
        .toList();
  }

  private static String shown(@Nullable String value) {
    return value == null ? "absent" : value;
  }

  private static Set<String> sorted(Set<String> names) {
    return new TreeSet<>(names);
  }
}
