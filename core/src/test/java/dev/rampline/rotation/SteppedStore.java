package dev.rampline.rotation;

import dev.rampline.time.Deadline;
import dev.rampline.verification.KeysUnavailableException;

/**
 * A store each of whose calls is a step; it may fail before or after doing what it is told.
 *
 * @param fate what becomes of each replacement
 */
record SteppedStore(InMemoryRingStore store, Runnable awaitTurn, Fate fate) implements RingStore {

  @Override
  public StoredRing read(Deadline deadline) {
    awaitTurn.run();
    return store.read(deadline);
  }

  @Override
  public Replacement replace(StoredRing seen, String text, Deadline deadline) {
    awaitTurn.run();
    Fate.Turn turn = fate.next();
    if (turn == Fate.Turn.FAILS) {
      throw down();
    }
    Replacement replacement = store.replace(seen, text, deadline);
    if (turn == Fate.Turn.ANSWER_IS_LOST) {
      awaitTurn.run();
      throw down();
    }
    return replacement;
  }

  private static KeysUnavailableException down() {
    return new KeysUnavailableException("The store is down", new IllegalStateException());
  }

  /** Decides on faults. */
  @FunctionalInterface
  interface Fate {
    Turn next();

    /** What becomes of a call. */
    enum Turn {
      GOES_WELL,
      FAILS,
      ANSWER_IS_LOST
    }
  }
}
