package dev.rampline.time;

import java.time.Duration;

/** Lets time pass; a port, so that a simulation can let it pass without waiting. */
@FunctionalInterface
public interface Sleeper {
  /** Returns after that time, or at once when the thread is interrupted (and stays so). */
  void sleep(Duration duration);

  /** Really waits. */
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
