package dev.rampline.adapter.ozzobit;

import dev.rampline.time.Deadline;

/** Limits the request rate. Implementations are thread-safe. */
@FunctionalInterface
interface RequestThrottle {
  /** No limit. */
  RequestThrottle UNLIMITED = deadline -> true;

  /**
   * Waits until the request may be made. Returns false, without using capacity, if that is after
   * the deadline.
   */
  boolean await(Deadline deadline);
}
