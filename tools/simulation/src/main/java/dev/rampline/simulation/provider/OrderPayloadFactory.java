package dev.rampline.simulation.provider;

import dev.rampline.simulation.environment.SimulationRandom;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Writes an order phase in one of the webhook payload shapes ({@code
 * docs/provider-api.md#payload-shapes}).
 */
final class OrderPayloadFactory {
  private static final int SHAPES = 4;

  private final SimulationRandom random;

  OrderPayloadFactory(SimulationRandom chance) {
    this.random = chance;
  }

  Map<String, Object> payload(SimulatedOrder order, OrderPhase phase, Instant now) {
    Map<String, Object> body = body(order, phase, now);
    Map<String, Object> payload = new LinkedHashMap<>();
    switch (random.drawInt(SHAPES)) {
      case 0 -> {
        payload.putAll(body);
        payload.put("eventName", phase.event());
        payload.put("orderId", body.remove("id"));
        payload.remove("id");
        payload.put("timestamp", now.toString());
      }
      case 1 -> nest(payload, "eventName", phase.event(), "data", body);
      case 2 -> {
        nest(payload, "eventName", phase.event(), "data", body);
        payload.put("timestamp", now.toString());
      }
      default -> {
        nest(payload, "eventID", phase.event(), "webhookData", body);
        payload.put("createdAt", now.toString());
        payload.put("id", "delivery-" + random.drawInt(1_000_000));
      }
    }
    return payload;
  }

  private static void nest(
      Map<String, Object> payload,
      String eventName,
      String event,
      String bodyName,
      Map<String, Object> body) {
    payload.put(eventName, event);
    payload.put(bodyName, body);
  }

  private Map<String, Object> body(SimulatedOrder order, OrderPhase phase, Instant now) {
    Map<String, Object> body = new LinkedHashMap<>(order.fields(phase));
    body.put("id", order.id());
    phase.status().ifPresent(status -> body.put("status", status));
    if (phase == OrderPhase.COMPLETED) {
      body.put("completedAt", now.toString());
    }
    body.put("email", Canary.UNLISTED);
    body.put("ipAddress", Canary.UNLISTED);
    return body;
  }
}
