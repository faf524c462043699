package dev.rampline.ledger;

import java.util.List;

/**
 * Statuses and event names that were told and that nobody has documented.
 *
 * @param terms as written, in the order in which they were told, at most {@value #MAX_TERMS}
 * @param uncheckedSinceVersion the version of the last of them that no reading from the API has
 *     followed; 0: a reading has
 */
public record UnrecognizedTerms(List<String> terms, long uncheckedSinceVersion) {
  /** How many terms are kept. */
  public static final int MAX_TERMS = 8;

  /** None was told. */
  public static final UnrecognizedTerms NONE = new UnrecognizedTerms(List.of(), 0);

  public UnrecognizedTerms {
    terms = List.copyOf(terms);
  }

  /** Whether no further term is kept. */
  public boolean isFull() {
    return terms.size() >= MAX_TERMS;
  }
}
