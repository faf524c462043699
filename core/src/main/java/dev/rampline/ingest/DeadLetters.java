package dev.rampline.ingest;

import dev.rampline.time.Deadline;

/**
 * Where that is put aside which can never be taken, so that the rest can go on; it waits there for
 * somebody to mend the cause. Implementations are thread-safe.
 */
public interface DeadLetters {
  /**
   * Keeps a letter.
   *
   * @throws DeadLettersUnavailableException if nobody knows that it is kept
   */
  void send(DeadLetter letter, Deadline deadline);
}
