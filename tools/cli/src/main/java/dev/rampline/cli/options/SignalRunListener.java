package dev.rampline.cli.options;

import dev.rampline.operations.recovery.RecoverySummary;
import dev.rampline.operations.recovery.RunListener;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * Stops a run when the process gets a signal. The process then exits after the run has released its
 * messages and printed its position.
 */
public final class SignalRunListener implements RunListener, AutoCloseable {
  private static final int TIMEOUT_SECONDS = 20;

  private final Consumer<RecoverySummary> progress;
  private final CountDownLatch done = new CountDownLatch(1);
  private volatile boolean stopRequested;

  public SignalRunListener(Consumer<RecoverySummary> progress) {
    this.progress = progress;
  }

  @Override
  public void onProgress(RecoverySummary summary) {
    progress.accept(summary);
  }

  @Override
  public boolean isStopRequested() {
    return stopRequested;
  }

  /** Marks the run as finished and its result as printed. */
  public void markDone() {
    done.countDown();
  }

  /** Requests the run to stop, and waits until it has stopped. */
  @Override
  public void close() {
    stopRequested = true;
    if (!awaitDone()) {
      throw new IllegalStateException("a call is still running");
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
