package dev.rampline.time;

/** Creates schedulers. A port: the simulation runs all tasks on one thread in simulated time. */
@FunctionalInterface
public interface SchedulerFactory {
  /**
   * Creates a worker pool.
   *
   * @param name thread name prefix
   * @param size number of workers
   */
  Scheduler create(String name, int size);

  /** Returns a factory of pools of daemon threads. */
  static SchedulerFactory threadPool() {
    return ThreadPoolScheduler::new;
  }
}
