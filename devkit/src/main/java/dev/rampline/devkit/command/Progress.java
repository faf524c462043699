package dev.rampline.devkit.command;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * Tells on a terminal's error stream how far something is once it takes longer than a second, and
 * leaves nothing behind, even if a signal ends it.
 */
final class Progress implements AutoCloseable {
  private static final long BEFORE_THE_FIRST_MILLIS = 1000;
  private static final long BETWEEN_MILLIS = 100;
  private static final int WIDEST = 79;
  private static final String CLEAR = "\r\033[K";

  private final Supplier<String> state;
  private final Instant begun = Instant.now();
  private final CountDownLatch over = new CountDownLatch(1);
  private boolean drawn;

  private Progress(Supplier<String> state) {
    this.state = state;
  }

  /** Of something that does not know how far it is. */
  static Progress of(String doing) {
    return of(() -> doing);
  }

  /** Of something that tells how far it is. */
  static Progress of(Supplier<String> state) {
    Progress progress = new Progress(state);
    if (Terminal.isErr()) {
      Thread.ofPlatform().daemon().name("progress").start(progress::drawNowAndThen);
      new Ending().with(progress);
    }
    return progress;
  }

  private void drawNowAndThen() {
    try {
      long millis = BEFORE_THE_FIRST_MILLIS;
      while (!over.await(millis, TimeUnit.MILLISECONDS)) {
        draw();
        millis = BETWEEN_MILLIS;
      }
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  private synchronized void draw() {
    if (over.getCount() > 0) {
      System.err.print(CLEAR + line());
      System.err.flush();
      drawn = true;
    }
  }

  private String line() {
    String text =
        "%s … %d s".formatted(state.get(), Duration.between(begun, Instant.now()).toSeconds());
    return text.substring(0, Math.min(text.length(), WIDEST));
  }

  @Override
  public synchronized void close() {
    over.countDown();
    if (drawn) {
      System.err.print(CLEAR);
      System.err.flush();
      drawn = false;
    }
  }
}
