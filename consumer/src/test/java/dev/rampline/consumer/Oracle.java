package dev.rampline.consumer;

import dev.rampline.consumer.ConsumerScenario.Version;
import java.util.ArrayList;
import java.util.List;

/** Computes the expected handler calls from all arrivals, without a store. */
final class Oracle {
  private Oracle() {}

  /**
   * Returns the known states of a subject that were the newest when they arrived and differ from
   * the one before.
   */
  static List<Version> changes(List<Version> arrivals, String subject) {
    List<Version> known =
        arrivals.stream()
            .filter(version -> version.subject().equals(subject))
            .filter(version -> !version.state().equals("unknown"))
            .toList();
    List<Version> records = new ArrayList<>();
    for (int index = 0; index < known.size(); index++) {
      Version version = known.get(index);
      if (known.subList(0, index).stream()
          .allMatch(earlier -> earlier.number() < version.number())) {
        records.add(version);
      }
    }
    return differing(records);
  }

  /** Returns the newest known state of a subject. */
  static List<Version> last(List<Version> arrivals, String subject) {
    return arrivals.stream()
        .filter(version -> version.subject().equals(subject))
        .filter(version -> !version.state().equals("unknown"))
        .sorted((one, other) -> other.number() - one.number())
        .limit(1)
        .toList();
  }

  private static List<Version> differing(List<Version> records) {
    List<Version> changes = new ArrayList<>();
    for (int index = 0; index < records.size(); index++) {
      if (index == 0
          || !records.get(index).stateText().equals(records.get(index - 1).stateText())) {
        changes.add(records.get(index));
      }
    }
    return changes;
  }
}
