package dev.rampline.adapter.ozzobit;

import dev.rampline.time.Deadline;

/** When a request may be made. Implementations are thread-safe. */
@FunctionalInterface
interface RequestThrottle {
  /** Every request may be made at once. */
  RequestThrottle UNLIMITED = deadline -> true;

  /** Returns when it may; false: that is not before the deadline, and the turn is not taken. */
  boolean await(Deadline deadline);
}
