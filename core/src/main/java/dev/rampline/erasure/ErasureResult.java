package dev.rampline.erasure;

import dev.rampline.event.Subject;
import dev.rampline.ledger.Tombstone;
import java.util.List;

/** The result of an erasure. */
public sealed interface ErasureResult {
  /**
   * The record was replaced by a tombstone.
   *
   * @param aliases the customer's other ids, which were erased too
   */
  record Erased(Tombstone tombstone, List<Subject> aliases) implements ErasureResult {
    public Erased {
      aliases = List.copyOf(aliases);
    }
  }

  /** The subject was erased before. */
  record AlreadyErased(Tombstone tombstone) implements ErasureResult {}

  /** The ledger has no record of the subject. */
  record Unknown() implements ErasureResult {}
}
