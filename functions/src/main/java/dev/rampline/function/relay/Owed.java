package dev.rampline.function.relay;

import dev.rampline.message.CloudEventMessage;

/** A version that consumers are owed the message of. */
sealed interface Owed {

  /** The change that made it. */
  Change change();

  /** One whose message is known. */
  record Legible(Change change, CloudEventMessage message) implements Owed {}

  /** One whose item cannot be read as a record; {@code fault} says why. */
  record Illegible(Change change, String fault) implements Owed {}
}
