package dev.rampline.rotation;

import dev.rampline.time.Deadline;
import dev.rampline.verification.KeysUnavailableException;

/**
 * A store whose calls are steps of an interleaving. A call may fail before or after its effect.
 *
 * @param faults the result of each replacement
 */
record InterleavedKeyRingStore(InMemoryKeyRingStore store, Runnable awaitTurn, FaultPlan faults)
    implements KeyRingStore {

  @Override
  public StoredKeyRing read(Deadline deadline) {
    awaitTurn.run();
    return store.read(deadline);
  }

  @Override
  public Replacement replace(StoredKeyRing seen, String text, Deadline deadline) {
    awaitTurn.run();
    FaultPlan.Outcome turn = faults.next();
    if (turn == FaultPlan.Outcome.FAILS) {
      throw down();
    }
    Replacement replacement = store.replace(seen, text, deadline);
    if (turn == FaultPlan.Outcome.RESPONSE_LOST) {
      awaitTurn.run();
      throw down();
    }
    return replacement;
  }

  private static KeysUnavailableException down() {
    return new KeysUnavailableException("Injected failure", new IllegalStateException());
  }

  /** Decides on faults. */
  @FunctionalInterface
  interface FaultPlan {
    Outcome next();

    /** The outcome of a call. */
    enum Outcome {
      SUCCEEDS,
      FAILS,
      RESPONSE_LOST
    }
  }
}
