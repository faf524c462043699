package dev.rampline.simulation.provider;

import java.util.Map;

/** An event of the provider. */
public sealed interface SimulatedEvent permits SimulatedOrderEvent, SimulatedKycEvent {
  /** The event's number. */
  int number();

  /** The subject in messages. */
  String subject();

  /** The payload to sign. */
  Map<String, Object> payload();
}
