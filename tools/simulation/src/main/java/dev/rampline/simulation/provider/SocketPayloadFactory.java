package dev.rampline.simulation.provider;

import dev.rampline.simulation.environment.SimulationRandom;
import dev.rampline.testkit.provider.OrderReport;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Writes an order report as the socket does ({@code docs/provider-api.md#websocket}): with names
 * that differ from webhooks, and not for every event.
 */
final class SocketPayloadFactory {
  private static final String EVENT = "order:update";

  private final SimulationRandom random;

  SocketPayloadFactory(SimulationRandom chance) {
    this.random = chance;
  }

  /** The packet for a report; empty if the socket sends none. */
  Optional<SocketPacket> packet(String orderId, OrderReport report) {
    return OrderReport.socketEvent(report.event())
        .map(status -> new SocketPacket(EVENT, JsonText.of(payload(orderId, status))));
  }

  /** A false packet about that order, or about one that does not exist. */
  SocketPacket falsePacket(String orderId) {
    String status =
        random.pick(List.of("COMPLETED", "FAILED", "CANCELLED", "REFUNDED", "PROCESSING"));
    return new SocketPacket(EVENT, JsonText.of(payload(orderId, status)));
  }

  /** A malformed packet. */
  SocketPacket malformedPacket(String orderId) {
    String quoted = JsonText.of(orderId);
    String payload =
        random.pick(
            List.of(
                "null",
                "\"" + Canary.FORGED + "\"",
                "[" + quoted + "]",
                "{\"event\":\"COMPLETED\",\"orderId\":null}",
                "{\"event\":\"%s\",\"orderId\":%s}".formatted(Canary.FORGED, quoted),
                "{\"event\":{\"event\":[]},\"orderId\":%s,\"status\":7}".formatted(quoted),
                "{\"event\":\"PONG\",\"timestamp\":1}"));
    return new SocketPacket(random.drawBoolean(0.8) ? EVENT : "error", payload);
  }

  private Map<String, Object> payload(String orderId, String status) {
    Map<String, Object> payload = new LinkedHashMap<>();
    boolean namesEvent = random.drawBoolean(0.7);
    payload.put(namesEvent ? "event" : "status", namesEvent ? event(status) : status);
    payload.put("orderId", orderId);
    payload.put("amount", 1);
    payload.put("reason", Canary.FORGED);
    payload.put("txHash", Canary.FORGED);
    payload.put("email", Canary.UNLISTED);
    return payload;
  }

  /** The documentation's sample and table differ; both names occur. */
  private String event(String status) {
    return random.drawBoolean(0.5) ? status : "ORDER_" + status;
  }
}
