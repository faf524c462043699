package dev.rampline.ingest;

import dev.rampline.time.Deadline;
import java.time.Duration;
import java.util.Map;

/** Lets words of the retry queue wait before they come again. Implementations are thread-safe. */
public interface RetryDelayer {
  /** How many words one call takes. */
  int MAX_BATCH = 10;

  /**
   * Defers words, in one call. Never throws for a queue that refuses or is down: what is not
   * deferred comes again when the queue's own time is over.
   *
   * @param waits at most {@value #MAX_BATCH} waits of up to 12 hours, by what the queue knows the
   *     receipt of a word by
   * @return how many were deferred
   */
  int defer(Map<String, Duration> waits, Deadline deadline);
}
