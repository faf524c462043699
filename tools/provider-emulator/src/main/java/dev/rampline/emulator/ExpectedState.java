package dev.rampline.emulator;

import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * The expected state of a subject after all events, in any order and on any channel. The scenario
 * states it; it is not computed from the events.
 *
 * @param subject the subject
 * @param state the state; if two terminal states were reported, the one that the provider keeps
 * @param terminalStates all reported terminal states
 * @param fields all reported fields in canonical form
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
