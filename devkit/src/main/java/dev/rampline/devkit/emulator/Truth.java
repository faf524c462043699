package dev.rampline.devkit.emulator;

import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * What is true of a subject once its whole story was told, in whatever order and on whatever
 * channel: said by the story itself, and not computed from its words.
 *
 * @param subject whom it is about
 * @param state in which it stands, where two final ones were told the one that the provider holds
 *     to
 * @param finals every final state that was told
 * @param details every fact that was told, in canonical form
 */
public record Truth(String subject, String state, Set<String> finals, Map<String, String> details) {
  public Truth {
    Objects.requireNonNull(subject, "subject");
    Objects.requireNonNull(state, "state");
    finals = Set.copyOf(finals);
    details = Map.copyOf(details);
  }
}
