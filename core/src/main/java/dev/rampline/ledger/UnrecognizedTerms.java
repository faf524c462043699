package dev.rampline.ledger;

import java.util.List;

/**
 * Reported statuses and event names that are not documented.
 *
 * @param terms as written, in the order in which they were reported, at most {@value #MAX_TERMS}
 * @param uncheckedSinceVersion version of the last term without a later API lookup; 0 if a lookup
 *     followed
 */
public record UnrecognizedTerms(List<String> terms, long uncheckedSinceVersion) {
  /** Maximum number of terms. */
  public static final int MAX_TERMS = 8;

  /** No undocumented terms. */
  public static final UnrecognizedTerms NONE = new UnrecognizedTerms(List.of(), 0);

  public UnrecognizedTerms {
    terms = List.copyOf(terms);
  }

  /** Returns whether there is no room for another term. */
  public boolean isFull() {
    return terms.size() >= MAX_TERMS;
  }
}
