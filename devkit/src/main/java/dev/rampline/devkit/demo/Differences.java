package dev.rampline.devkit.demo;

import dev.rampline.devkit.emulator.Truth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** In what a record differs from what is true. */
final class Differences {
  private Differences() {}

  static List<String> between(Truth truth, LedgerRow row) {
    List<String> differences = new ArrayList<>();
    if (!truth.states().contains(row.state())) {
      differences.add("state " + row.state() + " and not " + sorted(truth.states()));
    }
    if (!truth.finals().equals(row.finals())) {
      differences.add("finals " + sorted(row.finals()) + " and not " + sorted(truth.finals()));
    }
    if (truth.conflict() != row.conflict()) {
      differences.add(row.conflict() ? "a conflict that is none" : "a conflict that is not noted");
    }
    differences.addAll(details(truth.details(), row.details()));
    return differences;
  }

  private static List<String> details(Map<String, String> told, Map<String, String> held) {
    Set<String> names = new TreeSet<>(told.keySet());
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
