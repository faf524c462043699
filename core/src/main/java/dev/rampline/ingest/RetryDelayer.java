package dev.rampline.ingest;

import dev.rampline.time.Deadline;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/** Delays the next delivery of events in the retry queue. Implementations are thread-safe. */
public interface RetryDelayer {
  /** Maximum number of events per call. */
  int MAX_BATCH = 10;

  /**
   * Delays events in one call. Does not throw if the queue rejects the call or is unavailable: an
   * event that is not delayed is redelivered after the queue's visibility timeout.
   *
   * @param waits at most {@value #MAX_BATCH} delays of up to 12 hours, by receipt handle
   * @return why some of the events, or all, are not delayed; empty if all are
   */
  Optional<String> defer(Map<String, Duration> waits, Deadline deadline);
}
