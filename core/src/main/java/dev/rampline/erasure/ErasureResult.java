package dev.rampline.erasure;

import dev.rampline.ledger.Tombstone;

/** What became of the wish to forget a subject. */
public sealed interface ErasureResult {
  /** Its record is gone. */
  record Erased(Tombstone tombstone) implements ErasureResult {}

  /** It had been forgotten before. */
  record AlreadyErased(Tombstone tombstone) implements ErasureResult {}

  /** The ledger has nothing of it. */
  record Unknown() implements ErasureResult {}
}
