package dev.rampline.time;

import java.time.Duration;

/** Lets time pass; a port, so that a simulation can let it pass without waiting. */
@FunctionalInterface
public interface Pause {
  /** Returns after that time, or at once when the thread is interrupted (and stays so). */
  void pause(Duration duration);

  /** Really waits. */
  static Pause real() {
    return duration -> {
      try {
        Thread.sleep(duration);
      } catch (InterruptedException interrupted) {
        Thread.currentThread().interrupt();
      }
    };
  }
}
