package dev.rampline.subscriber.socket;

/**
 * What is told of a subscription, one call at a time. It is called on the connection's own thread,
 * so it has to return at once: while it works, the server's pings go unanswered. What it throws is
 * counted and goes no further.
 */
public interface SocketListener {
  /** The server has sent an event. It is unsigned: at most a claim. */
  void onEvent(SocketEvent event);

  /** The server has accepted the connection, and the subscriptions were sent. */
  void onSubscribed();

  /**
   * The subscription that was told by {@link #onSubscribed} is lost; what the server says from now
   * until the next one is missed.
   *
   * @param reason why, in a few fixed words, with nothing in them that the server said
   */
  void onDisconnected(String reason);

  /**
   * An attempt to subscribe has failed; the next one follows.
   *
   * @param reason why, in a few fixed words, with nothing in them that the server said
   */
  default void onFailed(String reason) {}
}
