package dev.rampline.simulation.check;

import dev.rampline.simulation.cloud.ItemAttributes;
import dev.rampline.simulation.cloud.Table;
import dev.rampline.simulation.provider.SimulatedCustomer;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Groups the ids of a customer that accepted events have linked, and checks that their records
 * agree (I8).
 */
public final class CustomerAliasChecker {
  private final InvariantViolations findings;

  public CustomerAliasChecker(InvariantViolations findings) {
    this.findings = findings;
  }

  /**
   * The subjects of a customer, grouped by what links them.
   *
   * @param links sets of subjects that are linked
   */
  public static List<Set<String>> groups(SimulatedCustomer customer, List<Set<String>> links) {
    List<Set<String>> groups = new ArrayList<>();
    customer.subjects().stream().sorted().map(Set::of).forEach(groups::add);
    for (Set<String> named : links) {
      List<Set<String>> linked =
          groups.stream().filter(group -> !Collections.disjoint(group, named)).toList();
      groups.removeAll(linked);
      groups.add(linked.stream().flatMap(Set::stream).collect(Collectors.toSet()));
    }
    return groups;
  }

  /** Checks that all records of a group have one state. */
  public void check(Set<String> group, Table table) {
    TreeMap<String, String> states = new TreeMap<>();
    for (String subject : group) {
      table
          .find(subject)
          .filter(item -> ItemAttributes.version(item) > 0)
          .ifPresent(item -> states.put(subject, ItemAttributes.state(item)));
    }
    findings.expect(
        new HashSet<>(states.values()).size() <= 1,
        Invariant.I8,
        states.isEmpty() ? "" : states.firstKey(),
        "the records of one customer differ: " + states);
  }
}
