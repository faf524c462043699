package dev.rampline.function.relay;

/** The result of relaying one message. */
sealed interface RelayResult {
  /** The message is in the events queue. */
  record Sent() implements RelayResult {}

  /** The message can never be sent; the dead-letter queue has it. */
  record DeadLettered() implements RelayResult {}

  /** The message was not sent; Lambda has to retry it. */
  record NotSent(String reason) implements RelayResult {}
}
