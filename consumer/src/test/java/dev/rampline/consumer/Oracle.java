package dev.rampline.consumer;

import dev.rampline.consumer.ConsumerScenario.Version;
import java.util.ArrayList;
import java.util.List;

/** What a handler has to hear, found from the whole of what arrived and without a memory. */
final class Oracle {
  private Oracle() {}

  /**
   * The states of one subject, none of them unknown, that were the newest when they came, as far as
   * they differ from the one before.
   */
  static List<Version> changes(List<Version> arrivals, String subject) {
    List<Version> told =
        arrivals.stream()
            .filter(version -> version.subject().equals(subject))
            .filter(version -> !version.state().equals("unknown"))
            .toList();
    List<Version> records = new ArrayList<>();
    for (int index = 0; index < told.size(); index++) {
      Version version = told.get(index);
      if (told.subList(0, index).stream().allMatch(past -> past.number() < version.number())) {
        records.add(version);
      }
    }
    return differing(records);
  }

  /** The last word on a subject, whatever came before it and when. */
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
