package dev.rampline.time;

import java.time.Duration;

/** Pauses the current thread. A port: the simulation lets simulated time pass without waiting. */
@FunctionalInterface
public interface Sleeper {
  /**
   * Returns after that duration, or immediately when the thread is interrupted. The interrupt
   * status is kept.
   */
  void sleep(Duration duration);

  /** Returns a sleeper that uses {@link Thread#sleep(Duration)}. */
  static Sleeper system() {
    return duration -> {
      try {
        Thread.sleep(duration);
      } catch (InterruptedException interrupted) {
        Thread.currentThread().interrupt();
      }
    };
  }
}
