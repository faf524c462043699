package dev.rampline.devkit.demo;

import java.time.Duration;

/** Lets the receiver ask the provider's API for what no other channel told. */
@FunctionalInterface
public interface Reconciler {
  /**
   * Does it once, as if it were that much later than it is, so that nothing is too early to be
   * looked at.
   *
   * @return whether it went to its end and changed nothing
   */
  boolean reconcile(Duration later);
}
