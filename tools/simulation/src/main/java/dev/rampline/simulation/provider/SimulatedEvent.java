package dev.rampline.simulation.provider;

import dev.rampline.testkit.provider.GeneratedPayload;
import dev.rampline.testkit.provider.PayloadOutcome;

/** An event of the provider. */
public sealed interface SimulatedEvent permits SimulatedOrderEvent, SimulatedKycEvent {
  /** The event's number. */
  int number();

  /** The subject in messages. */
  String subject();

  /** The payload to sign, and what must follow from it. */
  GeneratedPayload payload();

  /** Whether the record of the subject must show what the event reports. */
  default boolean isPlaced() {
    return payload().outcome() == PayloadOutcome.PLACED;
  }

  /** Whether the record of the subject changes, and with it what its ids are linked to. */
  default boolean isRecorded() {
    return isPlaced() || payload().outcome().isFlagged();
  }
}
