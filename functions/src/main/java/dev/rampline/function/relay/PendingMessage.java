package dev.rampline.function.relay;

import dev.rampline.message.CloudEventMessage;

/** A version that consumers are owed the message of. */
sealed interface PendingMessage {

  /** The change that made it. */
  LedgerStreamRecord streamRecord();

  /** One whose message is known. */
  record Decoded(LedgerStreamRecord streamRecord, CloudEventMessage message)
      implements PendingMessage {}

  /** One whose item cannot be read as a record; {@code fault} says why. */
  record Undecodable(LedgerStreamRecord streamRecord, String fault) implements PendingMessage {}
}
