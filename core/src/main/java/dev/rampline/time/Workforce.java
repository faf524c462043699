package dev.rampline.time;

/**
 * Where workers come from; a port, so that a simulation can have everything done on one thread and
 * in its own time.
 */
@FunctionalInterface
public interface Workforce {
  /**
   * Workers for one purpose.
   *
   * @param name what they are called
   * @param size how many they are
   */
  Workers hire(String name, int size);

  /** Threads that do not keep their process alive. */
  static Workforce threads() {
    return WorkingThreads::new;
  }
}
