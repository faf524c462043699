package dev.rampline.devkit.command;

import dev.rampline.devkit.recovery.Operator;
import dev.rampline.devkit.recovery.Tally;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * An operator who ends a run by a signal. This process then stays until the run has given back what
 * it holds, and has told how far it came.
 */
final class Signalled implements Operator, AutoCloseable {
  private static final int PATIENCE_SECONDS = 20;

  private final Consumer<Tally> progress;
  private final CountDownLatch over = new CountDownLatch(1);
  private volatile boolean enough;

  Signalled(Consumer<Tally> progress) {
    this.progress = progress;
  }

  @Override
  public void hear(Tally tally) {
    progress.accept(tally);
  }

  @Override
  public boolean hasEnough() {
    return enough;
  }

  /** The run is over, and all is told. */
  void release() {
    over.countDown();
  }

  /** Ends the run. */
  @Override
  public void close() {
    enough = true;
    if (!isOverSoon()) {
      throw new IllegalStateException("a call goes on");
    }
  }

  private boolean isOverSoon() {
    try {
      return over.await(PATIENCE_SECONDS, TimeUnit.SECONDS);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
