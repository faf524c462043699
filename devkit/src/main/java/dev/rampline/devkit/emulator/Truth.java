package dev.rampline.devkit.emulator;

import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * What is true of a subject once its whole story was told, in whatever order: said by the story
 * itself, and not computed from its words.
 *
 * @param subject whom it is about
 * @param states in which it may stand: one, but for a conflict of final states, where arrival
 *     decides which of them stands
 * @param finals every final state that was told
 * @param details every fact that was told, in canonical form
 */
public record Truth(
    String subject, Set<String> states, Set<String> finals, Map<String, String> details) {
  public Truth {
    Objects.requireNonNull(subject, "subject");
    states = Set.copyOf(states);
    finals = Set.copyOf(finals);
    details = Map.copyOf(details);
  }

  /** Whether two final states contradict each other, and nobody has settled it. */
  public boolean conflict() {
    return finals.size() > 1;
  }
}
