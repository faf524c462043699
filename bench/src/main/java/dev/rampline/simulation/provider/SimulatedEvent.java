package dev.rampline.simulation.provider;

import java.util.Map;

/** What the provider says once. */
public sealed interface SimulatedEvent permits SimulatedOrderEvent, SimulatedKycEvent {
  /** Which it is. */
  int number();

  /** Whom consumers know its subject by. */
  String subject();

  /** As it is signed. */
  Map<String, Object> payload();
}
