package dev.rampline.adapter.ozzobit;

import dev.rampline.time.Deadline;

/** When a request may be made. Implementations are thread-safe. */
@FunctionalInterface
interface Turns {
  /** Every request may be made at once. */
  Turns AT_ONCE = deadline -> true;

  /** Returns when it may; false: that is not before the deadline, and the turn is not taken. */
  boolean await(Deadline deadline);
}
