package dev.rampline.subscriber.socket;

/**
 * Receives the events of a subscription, one call at a time. Calls come on the connection's own
 * thread and must return at once: until then, the server's pings go unanswered. Exceptions that a
 * method throws are counted and dropped.
 */
public interface SocketListener {
  /** The server has sent an event. It is unsigned and therefore unverified. */
  void onEvent(SocketEvent event);

  /**
   * The server has accepted the connection and acknowledged the subscriptions, or has not refused
   * them in time.
   */
  void onSubscribed();

  /**
   * The subscription that {@link #onSubscribed} reported is lost. Events until the next
   * subscription are missed.
   *
   * @param reason a fixed text without anything that the server sent
   */
  void onDisconnected(String reason);

  /**
   * An attempt to subscribe has failed or was refused. The next attempt follows.
   *
   * @param reason a fixed text without anything that the server sent
   */
  default void onFailed(String reason) {}

  /** An attempt could not be made because of a fault of this process. The next attempt follows. */
  default void onSetupFailed(Throwable fault) {
    onFailed("no attempt could be made");
  }
}
