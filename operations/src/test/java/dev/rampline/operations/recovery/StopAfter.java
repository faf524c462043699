package dev.rampline.operations.recovery;

import dev.rampline.time.Sleeper;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.function.Predicate;

/** Requests a stop when a run has reached a condition. */
final class StopAfter implements RunListener {
  private static final int FAST = 3000;

  private final Predicate<RecoverySummary> condition;
  private boolean stopped;

  private StopAfter(Predicate<RecoverySummary> farEnough) {
    this.condition = farEnough;
  }

  static RunOptions neverStop() {
    return stopWhen(_ -> false);
  }

  /** Requests a stop before the first step. */
  static RunOptions stopped() {
    StopAfter listener = new StopAfter(_ -> true);
    listener.stopped = true;
    return options(listener);
  }

  static RunOptions stopWhen(Predicate<RecoverySummary> farEnough) {
    return options(new StopAfter(farEnough));
  }

  /** Limits a run to ten messages a second on a clock that stands still, and records its waits. */
  static RunOptions recordingWaits(List<Duration> waits) {
    return options(new StopAfter(_ -> false), new RateLimiter(10, () -> 0, waits::add));
  }

  private static RunOptions options(StopAfter listener) {
    return options(listener, new RateLimiter(FAST, System::nanoTime, Sleeper.system()));
  }

  private static RunOptions options(StopAfter listener, RateLimiter rateLimiter) {
    return new RunOptions(
        RecoveryStores.ENVIRONMENT, InstantSource.system(), rateLimiter, listener);
  }

  @Override
  public void onProgress(RecoverySummary tally) {
    stopped |= condition.test(tally);
  }

  @Override
  public boolean isStopRequested() {
    return stopped;
  }
}
