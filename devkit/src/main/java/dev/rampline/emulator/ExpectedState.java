package dev.rampline.emulator;

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
 * @param terminalStates every final state that was told
 * @param fields every fact that was told, in canonical form
 */
public record ExpectedState(
    String subject, String state, Set<String> terminalStates, Map<String, String> fields) {
  public ExpectedState {
    Objects.requireNonNull(subject, "subject");
    Objects.requireNonNull(state, "state");
    terminalStates = Set.copyOf(terminalStates);
    fields = Map.copyOf(fields);
  }
}
