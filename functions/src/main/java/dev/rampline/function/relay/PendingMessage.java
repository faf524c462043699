package dev.rampline.function.relay;

import dev.rampline.message.CloudEventMessage;

/** A record version whose message has to be sent to consumers. */
sealed interface PendingMessage {

  /** The stream record of the change that created the version. */
  LedgerStreamRecord streamRecord();

  /** A version whose item was decoded. */
  record Decoded(LedgerStreamRecord streamRecord, CloudEventMessage message)
      implements PendingMessage {}

  /** A version whose item cannot be decoded. */
  record Undecodable(LedgerStreamRecord streamRecord, String reason, String fault)
      implements PendingMessage {}
}
