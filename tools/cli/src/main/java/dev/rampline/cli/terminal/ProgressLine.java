package dev.rampline.cli.terminal;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * Shows the progress of an operation on the error stream, if that is a terminal and the operation
 * takes longer than a second. It clears its line at the end, even if a signal stops the process.
 */
public final class ProgressLine implements AutoCloseable {
  private static final long INITIAL_DELAY_MILLIS = 1000;
  private static final long REFRESH_MILLIS = 100;
  private static final int MAX_WIDTH = 79;
  private static final String CLEAR = "\r\033[K";

  private final Supplier<String> state;
  private final Instant startedAt = Instant.now();
  private final CountDownLatch closed = new CountDownLatch(1);
  private boolean drawn;

  private ProgressLine(Supplier<String> state) {
    this.state = state;
  }

  /** Shows a fixed text. */
  public static ProgressLine of(String activity) {
    return of(() -> activity);
  }

  /** Shows a text that is updated. */
  public static ProgressLine of(Supplier<String> state) {
    ProgressLine progress = new ProgressLine(state);
    if (Terminal.isErr()) {
      Thread.ofPlatform().daemon().name("progress").start(progress::drawPeriodically);
      new ShutdownHooks().closeOnExit(progress);
    }
    return progress;
  }

  private void drawPeriodically() {
    try {
      long millis = INITIAL_DELAY_MILLIS;
      while (!closed.await(millis, TimeUnit.MILLISECONDS)) {
        draw();
        millis = REFRESH_MILLIS;
      }
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  private synchronized void draw() {
    if (closed.getCount() > 0) {
      System.err.print(CLEAR + line());
      System.err.flush();
      drawn = true;
    }
  }

  private String line() {
    String text =
        "%s … %d s".formatted(state.get(), Duration.between(startedAt, Instant.now()).toSeconds());
    return text.substring(0, Math.min(text.length(), MAX_WIDTH));
  }

  @Override
  public synchronized void close() {
    closed.countDown();
    if (drawn) {
      System.err.print(CLEAR);
      System.err.flush();
      drawn = false;
    }
  }
}
