package dev.rampline.demo;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Finds the differences between a record and the expected record. */
final class RecordDifferences {
  private RecordDifferences() {}

  static List<String> between(ExpectedRecord expected, LedgerRow row) {
    List<String> differences = new ArrayList<>();
    if (!expected.possibleStates().contains(row.state())) {
      differences.add("state " + row.state() + ", expected " + sorted(expected.possibleStates()));
    }
    if (!hasExpectedTerminalStates(row.terminalStates(), expected)) {
      differences.add(
          "terminal states "
              + sorted(row.terminalStates())
              + ", expected "
              + sorted(expected.terminalStates()));
    }
    if (row.hasConflict()) {
      differences.add("an open conflict");
    }
    if (expected.hasApiId() && !row.unverifiedStates().isEmpty()) {
      differences.add("unresolved unverified events: " + sorted(row.unverifiedStates()));
    }
    differences.addAll(fieldDifferences(expected, row.fields()));
    return differences;
  }

  /** States of dropped webhooks may be missing. */
  private static boolean hasExpectedTerminalStates(Set<String> held, ExpectedRecord expected) {
    return expected.terminalStates().containsAll(held)
        && (expected.hasDroppedWebhooks()
            || held.containsAll(expected.expected().terminalStates()));
  }

  private static List<String> fieldDifferences(ExpectedRecord expected, Map<String, String> held) {
    Map<String, String> reported = expected.fields();
    Set<String> names = new TreeSet<>(expected.fieldNames());
    names.addAll(held.keySet());
    return names.stream()
        .filter(name -> !Objects.equals(reported.get(name), held.get(name)))
        .map(name -> name + " " + shown(held.get(name)) + ", expected " + shown(reported.get(name)))
        .toList();
  }

  private static String shown(@Nullable String value) {
    return value == null ? "absent" : value;
  }

  private static Set<String> sorted(Set<String> names) {
    return new TreeSet<>(names);
  }
}
