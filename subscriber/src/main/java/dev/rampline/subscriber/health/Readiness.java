package dev.rampline.subscriber.health;

/**
 * Whether words are heard, and can be kept.
 *
 * @param subscribed whether the socket's subscription stands
 * @param ledger whether the ledger answers
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
