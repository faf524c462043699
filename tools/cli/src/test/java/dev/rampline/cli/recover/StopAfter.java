package dev.rampline.cli.recover;

import dev.rampline.devstack.LocalEnvironment;
import dev.rampline.operations.recovery.RateLimiter;
import dev.rampline.operations.recovery.RecoverySummary;
import dev.rampline.operations.recovery.RunListener;
import dev.rampline.operations.recovery.RunOptions;
import dev.rampline.time.Sleeper;
import java.time.InstantSource;
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

  static RunOptions stopWhen(Predicate<RecoverySummary> farEnough) {
    return new RunOptions(
        LocalEnvironment.ENVIRONMENT,
        InstantSource.system(),
        new RateLimiter(FAST, System::nanoTime, Sleeper.system()),
        new StopAfter(farEnough));
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
