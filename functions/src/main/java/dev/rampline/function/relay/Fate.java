package dev.rampline.function.relay;

/** What became of the message of one version. */
sealed interface Fate {
  /** It is in the queue. */
  record Sent() implements Fate {}

  /** It can never be sent, and is in the queue of dead letters. */
  record Parked() implements Fate {}

  /** It has to come again. */
  record Stuck(String reason) implements Fate {}
}
