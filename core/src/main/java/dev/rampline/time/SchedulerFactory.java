package dev.rampline.time;

/**
 * Where workers come from; a port, so that a simulation can have everything done on one thread and
 * in its own time.
 */
@FunctionalInterface
public interface SchedulerFactory {
  /**
   * Workers for one purpose.
   *
   * @param name what they are called
   * @param size how many they are
   */
  Scheduler create(String name, int size);

  /** Threads that do not keep their process alive. */
  static SchedulerFactory threadPool() {
    return ThreadPoolScheduler::new;
  }
}
