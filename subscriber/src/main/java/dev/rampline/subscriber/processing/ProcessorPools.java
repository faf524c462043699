package dev.rampline.subscriber.processing;

import dev.rampline.subscriber.processing.WorkerPool.PoolConfig;
import dev.rampline.time.JitteredBackoff;
import dev.rampline.time.SchedulerFactory;
import java.time.Duration;
import java.util.Objects;
import java.util.random.RandomGenerator;

/**
 * The worker pools of the event processor.
 *
 * @param schedulerFactory creates the workers
 * @param random source of the backoff jitter; thread-safe
 */
public record ProcessorPools(SchedulerFactory schedulerFactory, RandomGenerator random) {
  private static final int WRITERS = 16;
  private static final int LOOKUP_WORKERS = 4;

  public ProcessorPools {
    Objects.requireNonNull(schedulerFactory, "schedulerFactory");
    Objects.requireNonNull(random, "random");
  }

  /** Workers that write unverified events. They mostly wait for the ledger and the queue. */
  PoolConfig unverifiedEvents() {
    return new PoolConfig(
        "unverified-events",
        WRITERS,
        backoff(Duration.ofMillis(200), Duration.ofSeconds(10)),
        schedulerFactory);
  }

  /** Workers for lookups. The provider's rate limit bounds them, not their number. */
  PoolConfig lookups() {
    return new PoolConfig(
        "lookups",
        LOOKUP_WORKERS,
        backoff(Duration.ofSeconds(1), Duration.ofSeconds(30)),
        schedulerFactory);
  }

  /** The single worker for reconciliation runs. */
  PoolConfig reconciliation() {
    return new PoolConfig(
        "gap-reconciliation",
        1,
        backoff(Duration.ofSeconds(5), Duration.ofMinutes(5)),
        schedulerFactory);
  }

  private JitteredBackoff backoff(Duration first, Duration max) {
    return JitteredBackoff.half(first, max, random);
  }
}
