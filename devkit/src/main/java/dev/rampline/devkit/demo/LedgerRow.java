package dev.rampline.devkit.demo;

import java.util.Map;
import java.util.Set;

/**
 * What the ledger holds of a subject, as far as the demo judges it.
 *
 * @param terminalStates every final state that was told
 * @param hasConflict whether two of them contradict each other and nobody has settled it
 * @param unverifiedStates states that somebody claims, and nobody has confirmed
 * @param fields every fact, without its tags
 * @param raw the whole item as text, to search for what must not be in it
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

  /** Whether the order, if it is one, has not ended. */
  boolean isOpen() {
    return !TERMINAL_STATES.contains(state);
  }
}
