package dev.rampline.erasure;

import dev.rampline.ledger.Tombstone;

/** The result of an erasure. */
public sealed interface ErasureResult {
  /** The record was replaced by a tombstone. */
  record Erased(Tombstone tombstone) implements ErasureResult {}

  /** The subject was erased before. */
  record AlreadyErased(Tombstone tombstone) implements ErasureResult {}

  /** The ledger has no record of the subject. */
  record Unknown() implements ErasureResult {}
}
