package dev.rampline.subscriber.health;

/**
 * Whether the subscriber receives events and can store them.
 *
 * @param subscribed whether the socket is subscribed
 * @param ledger whether the ledger is reachable
 */
public record Readiness(boolean subscribed, boolean ledger) {
  boolean isReady() {
    return subscribed && ledger;
  }

  String json() {
    return "{\"ready\":%s,\"subscribed\":%s,\"ledger\":%s}\n"
        .formatted(isReady(), subscribed, ledger);
  }
}
