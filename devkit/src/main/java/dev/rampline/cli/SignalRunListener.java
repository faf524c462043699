package dev.rampline.cli;

import dev.rampline.operations.recovery.RecoverySummary;
import dev.rampline.operations.recovery.RunListener;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * An operator who ends a run by a signal. This process then stays until the run has given back what
 * it holds, and has told how far it came.
 */
final class SignalRunListener implements RunListener, AutoCloseable {
  private static final int TIMEOUT_SECONDS = 20;

  private final Consumer<RecoverySummary> progress;
  private final CountDownLatch done = new CountDownLatch(1);
  private volatile boolean stopRequested;

  SignalRunListener(Consumer<RecoverySummary> progress) {
    this.progress = progress;
  }

  @Override
  public void onProgress(RecoverySummary tally) {
    progress.accept(tally);
  }

  @Override
  public boolean isStopRequested() {
    return stopRequested;
  }

  /** The run is over, and all is told. */
  void markDone() {
    done.countDown();
  }

  /** Ends the run. */
  @Override
  public void close() {
    stopRequested = true;
    if (!awaitDone()) {
      throw new IllegalStateException("a call goes on");
    }
  }

  private boolean awaitDone() {
    try {
      return done.await(TIMEOUT_SECONDS, TimeUnit.SECONDS);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
