package dev.rampline.function.relay;

/** What became of the message of one version. */
sealed interface RelayResult {
  /** It is in the queue. */
  record Sent() implements RelayResult {}

  /** It can never be sent, and is in the queue of dead letters. */
  record DeadLettered() implements RelayResult {}

  /** It has to come again. */
  record NotSent(String reason) implements RelayResult {}
}
