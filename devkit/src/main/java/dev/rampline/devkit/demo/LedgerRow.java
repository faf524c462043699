package dev.rampline.devkit.demo;

import java.util.Map;
import java.util.Set;

/**
 * What the ledger holds of a subject, as far as the demo judges it.
 *
 * @param finals every final state that was told
 * @param conflict whether two of them contradict each other and nobody has settled it
 * @param claims states that somebody claims, and nobody has confirmed
 * @param details every fact, without its tags
 * @param raw the whole item as text, to search for what must not be in it
 */
record LedgerRow(
    String subject,
    String state,
    long version,
    Set<String> finals,
    boolean conflict,
    Set<String> claims,
    Map<String, String> details,
    String raw) {
  private static final Set<String> CLOSED =
      Set.of("completed", "failed", "cancelled", "expired", "refunded");

  LedgerRow {
    finals = Set.copyOf(finals);
    claims = Set.copyOf(claims);
    details = Map.copyOf(details);
  }

  /** Whether the order, if it is one, has not ended. */
  boolean isOpen() {
    return !CLOSED.contains(state);
  }
}
