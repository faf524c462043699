package dev.rampline.devstack;

import java.util.ArrayDeque;
import java.util.Deque;

/** Closes what was started, the last first, and all of it even when one of them fails. */
public final class Closer implements AutoCloseable {
  private final Deque<AutoCloseable> started = new ArrayDeque<>();

  /** Closes that part too, before those that were started earlier. */
  public <T extends AutoCloseable> T register(T part) {
    started.push(part);
    return part;
  }

  @Override
  public void close() {
    IllegalStateException failures = new IllegalStateException("Not everything could be ended");
    while (!started.isEmpty()) {
      try {
        started.pop().close();
      } catch (Exception failure) {
        failures.addSuppressed(failure);
      }
    }
    if (failures.getSuppressed().length > 0) {
      throw failures;
    }
  }
}
