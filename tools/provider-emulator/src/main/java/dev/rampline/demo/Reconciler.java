package dev.rampline.demo;

import java.time.Duration;

/** Runs the receiver's reconciliation. */
@FunctionalInterface
public interface Reconciler {
  /**
   * Runs it once with the clock moved forward by that duration, so that every record is due.
   *
   * @return whether it completed without changes
   */
  boolean reconcile(Duration later);
}
