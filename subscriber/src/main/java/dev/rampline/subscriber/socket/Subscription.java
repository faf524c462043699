package dev.rampline.subscriber.socket;

import java.util.Optional;
import java.util.function.Supplier;

/**
 * Holds the Socket.IO subscription for as long as the process lives: whatever ends a connection, a
 * new one is tried, for ever, with a jittered and growing delay. Thread-safe.
 */
public final class Subscription implements AutoCloseable {
  /**
   * Makes a subscription, which does nothing before {@link #start}.
   *
   * @param credentials asked before each attempt; what it throws fails that attempt
   */
  public Subscription(
      SocketSettings settings, Supplier<Credentials> credentials, SocketListener listener) {}

  /** Begins to connect, on threads of its own. */
  public void start() {}

  /** How it does, now. */
  public SubscriptionStatus status() {
    return new SubscriptionStatus(Optional.empty(), 0, Optional.empty());
  }

  /** Ends the connection; nothing is heard afterwards. */
  @Override
  public void close() {}
}
