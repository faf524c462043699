package dev.rampline.simulation.provider;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.rampline.simulation.environment.SimulationRandom;
import dev.rampline.testkit.provider.OrderReport;
import dev.rampline.testkit.provider.PayloadShape;
import java.time.Instant;
import java.util.List;

/** Writes an order report in one of the webhook payload shapes. */
final class OrderPayloadFactory {
  private static final ObjectMapper MAPPER = new ObjectMapper();

  private final SimulationRandom random;

  OrderPayloadFactory(SimulationRandom chance) {
    this.random = chance;
  }

  ObjectNode payload(SimulatedOrder order, OrderReport report, Instant now) {
    PayloadShape shape = random.pick(List.of(PayloadShape.values()));
    ObjectNode body = MAPPER.valueToTree(order.fields(report));
    body.put(shape.orderId(), order.id());
    report.status().ifPresent(status -> body.put("status", status));
    if (report == OrderReport.COMPLETED) {
      body.put("completedAt", now.toString());
    }
    body.put("email", Canary.UNLISTED).put("ipAddress", Canary.UNLISTED);
    ObjectNode payload = shape.wrap(report.event(), body, now);
    return shape == PayloadShape.TRANSAK
        ? payload.put("id", "delivery-" + random.drawInt(1_000_000))
        : payload;
  }
}
