package dev.rampline.ingest;

import dev.rampline.observation.Observation;
import dev.rampline.time.Deadline;

/**
 * Where a word waits that the ledger could not take. Implementations are thread-safe, and make one
 * call.
 */
public interface Spill {
  /**
   * Keeps a word. When this returns, it will be taken in sooner or later, perhaps more than once.
   *
   * @throws SpillUnavailableException if nobody knows that it is kept
   */
  void keep(Observation observation, Deadline deadline);
}
