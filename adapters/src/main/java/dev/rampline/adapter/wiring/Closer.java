package dev.rampline.adapter.wiring;

import java.util.ArrayDeque;
import java.util.Deque;

/** Closes resources in reverse order, and continues if one fails to close. */
public final class Closer implements AutoCloseable {
  private final Deque<AutoCloseable> started = new ArrayDeque<>();

  /** Adds a resource, which is closed before those added earlier. */
  public <T extends AutoCloseable> T register(T part) {
    started.push(part);
    return part;
  }

  @Override
  public void close() {
    IllegalStateException failures = new IllegalStateException("Shutdown incomplete");
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
