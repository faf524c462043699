package dev.rampline.simulation.provider;

import com.fasterxml.jackson.databind.node.ObjectNode;

/** An event of the provider. */
public sealed interface SimulatedEvent permits SimulatedOrderEvent, SimulatedKycEvent {
  /** The event's number. */
  int number();

  /** The subject in messages. */
  String subject();

  /** The payload to sign. */
  ObjectNode payload();
}
