package dev.rampline.demo;

import java.util.Map;
import java.util.Set;

/**
 * The parts of a ledger record that the demo verifies.
 *
 * @param terminalStates all reported terminal states
 * @param hasConflict whether two of them conflict and the conflict is open
 * @param unverifiedStates the states of unverified events that are not confirmed
 * @param fields all field values, without their precedence
 * @param raw the whole item as text, to search for forged data
 */
record LedgerRow(
    String subject,
    String state,
    long version,
    Set<String> terminalStates,
    boolean hasConflict,
    Set<String> unverifiedStates,
    Map<String, String> fields,
    String raw) {
  private static final Set<String> TERMINAL_STATES =
      Set.of("completed", "failed", "cancelled", "expired", "refunded");

  LedgerRow {
    terminalStates = Set.copyOf(terminalStates);
    unverifiedStates = Set.copyOf(unverifiedStates);
    fields = Map.copyOf(fields);
  }

  /** Whether the order, if it is one, is not in a terminal state. */
  boolean isOpen() {
    return !TERMINAL_STATES.contains(state);
  }
}
