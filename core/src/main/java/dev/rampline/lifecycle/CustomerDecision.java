package dev.rampline.lifecycle;

import dev.rampline.event.Subject;
import java.util.List;
import java.util.Map;

/**
 * What an event changes in the records of a customer's ids. They are written together.
 *
 * @param subject the event's subject
 * @param decisions the decision on each record that may change
 */
public record CustomerDecision(Subject subject, Map<Subject, Decision> decisions) {
  public CustomerDecision {
    decisions = Map.copyOf(decisions);
  }

  /** Returns the decision on the record of the event's own subject. */
  public Decision own() {
    return decisions.getOrDefault(subject, new Decision.Stale());
  }

  /** Returns all decisions, the one on the event's own subject first. */
  public List<Decision> all() {
    return decisions.entrySet().stream()
        .sorted(
            Map.Entry.comparingByKey(
                (one, other) ->
                    one.equals(subject)
                        ? -1
                        : other.equals(subject) ? 1 : one.text().compareTo(other.text())))
        .map(Map.Entry::getValue)
        .toList();
  }
}
