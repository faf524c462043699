package dev.rampline.ingest;

import dev.rampline.time.Deadline;

/**
 * The dead-letter queue: messages that can never be processed, so that the rest can proceed. They
 * stay there until an operator fixes the cause. Implementations are thread-safe.
 */
public interface DeadLetters {
  /**
   * Sends a message to the dead-letter queue.
   *
   * @throws QueueUnavailableException if the queue did not confirm that it has the message
   */
  void send(DeadLetter message, Deadline deadline);
}
