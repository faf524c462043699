package dev.rampline.subscriber.processing;

import dev.rampline.subscriber.processing.WorkerPool.PoolConfig;
import dev.rampline.time.SchedulerFactory;
import java.time.Duration;
import java.util.Objects;
import java.util.random.RandomGenerator;

/**
 * Who works in each stage, and how patiently.
 *
 * @param schedulerFactory where they come from
 * @param random spreads their waits; one that all threads may share
 */
public record ProcessorPools(SchedulerFactory schedulerFactory, RandomGenerator random) {
  private static final int WRITERS = 16;
  private static final int LOOKUP_WORKERS = 4;

  public ProcessorPools {
    Objects.requireNonNull(schedulerFactory, "workforce");
    Objects.requireNonNull(random, "random");
  }

  /** They spend their time waiting for the ledger and the queue. */
  PoolConfig unverifiedEvents() {
    return new PoolConfig(
        "unverified",
        WRITERS,
        backoff(Duration.ofMillis(200), Duration.ofSeconds(10)),
        schedulerFactory);
  }

  /** The provider's rate limit holds them back, not their number. */
  PoolConfig lookups() {
    return new PoolConfig(
        "read-backs",
        LOOKUP_WORKERS,
        backoff(Duration.ofSeconds(1), Duration.ofSeconds(30)),
        schedulerFactory);
  }

  /** One run at a time. */
  PoolConfig reconciliation() {
    return new PoolConfig(
        "gap-reconciliation",
        1,
        backoff(Duration.ofSeconds(5), Duration.ofMinutes(5)),
        schedulerFactory);
  }

  private JitteredBackoff backoff(Duration first, Duration longest) {
    return new JitteredBackoff(first, longest, random);
  }
}
