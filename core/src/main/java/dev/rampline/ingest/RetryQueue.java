package dev.rampline.ingest;

import dev.rampline.event.VerifiedEvent;
import dev.rampline.time.Deadline;

/**
 * Where a word waits that the ledger could not take. Implementations are thread-safe, and make one
 * call.
 */
public interface RetryQueue {
  /**
   * Keeps a word. When this returns, it will be taken in sooner or later, perhaps more than once.
   *
   * @throws RetryQueueUnavailableException if nobody knows that it is kept
   */
  void enqueue(VerifiedEvent observation, Deadline deadline);
}
