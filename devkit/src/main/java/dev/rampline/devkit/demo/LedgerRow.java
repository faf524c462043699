package dev.rampline.devkit.demo;

import java.util.Map;
import java.util.Set;

/**
 * What the ledger holds of a subject, as far as the demo judges it.
 *
 * @param finals every final state that was told
 * @param conflict whether two of them contradict each other and nobody has settled it
 * @param details every fact, without its tags
 * @param raw the whole item as text, to search for what must not be in it
 */
record LedgerRow(
    String subject,
    String state,
    long version,
    Set<String> finals,
    boolean conflict,
    Map<String, String> details,
    String raw) {
  LedgerRow {
    finals = Set.copyOf(finals);
    details = Map.copyOf(details);
  }
}
