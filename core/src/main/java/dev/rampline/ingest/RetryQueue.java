package dev.rampline.ingest;

import dev.rampline.event.VerifiedEvent;
import dev.rampline.time.Deadline;

/**
 * The retry queue: events that the ledger did not accept. Implementations are thread-safe and make
 * one call.
 */
public interface RetryQueue {
  /**
   * Stores an event. When this returns, the retry function will process the event, perhaps more
   * than once.
   *
   * @throws QueueUnavailableException if the queue did not confirm that it has the event
   */
  void enqueue(VerifiedEvent event, Deadline deadline);
}
