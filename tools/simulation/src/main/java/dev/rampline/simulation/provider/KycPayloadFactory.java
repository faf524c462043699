package dev.rampline.simulation.provider;

import dev.rampline.simulation.environment.SimulationRandom;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Writes a KYC phase in one of the webhook payload shapes ({@code
 * docs/provider-api.md#payload-shapes}); the documented shape has no time.
 */
final class KycPayloadFactory {
  private static final int SHAPES = 5;

  private final SimulationRandom random;

  KycPayloadFactory(SimulationRandom chance) {
    this.random = chance;
  }

  SimulatedKycEvent event(int number, SimulatedCustomer customer, KycPhase phase, Instant now) {
    Map<String, Object> body = new LinkedHashMap<>(customer.ids());
    body.put("kycStatus", phase.status());
    body.put("email", Canary.UNLISTED);
    Map<String, Object> payload = new LinkedHashMap<>();
    boolean timed = true;
    switch (random.drawInt(SHAPES)) {
      case 0 -> {
        payload.put("eventName", phase.event());
        payload.putAll(body);
        payload.put("timestamp", now.toString());
      }
      case 1 -> {
        payload.put("eventID", phase.event());
        payload.put("webhookData", body);
        payload.put("createdAt", now.toString());
      }
      case 2 -> {
        payload.put("eventName", phase.event());
        payload.put("data", body);
        payload.put("timestamp", now.toString());
      }
      default -> {
        body.put("eventID", phase.event());
        payload.put("eventName", phase.event());
        payload.put("data", body);
        timed = false;
      }
    }
    return new SimulatedKycEvent(number, customer.subject(), phase, timed ? now : null, payload);
  }
}
