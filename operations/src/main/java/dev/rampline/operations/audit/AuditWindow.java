package dev.rampline.operations.audit;

import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * When the orders were created that the file must contain.
 *
 * @param since the first time
 * @param until the last time
 */
public record AuditWindow(Instant since, Instant until) {
  public AuditWindow {
    Objects.requireNonNull(since, "since");
    Objects.requireNonNull(until, "until");
  }

  /** Returns whether such an order belongs into the file; also if its time is unknown. */
  boolean includes(@Nullable Instant createdAt) {
    return createdAt == null || !(createdAt.isBefore(since) || createdAt.isAfter(until));
  }

  /** Returns the window with another time in it. */
  static AuditWindow including(@Nullable AuditWindow window, Instant createdAt) {
    if (window == null) {
      return new AuditWindow(createdAt, createdAt);
    }
    return new AuditWindow(
        createdAt.isBefore(window.since) ? createdAt : window.since,
        createdAt.isAfter(window.until) ? createdAt : window.until);
  }
}
