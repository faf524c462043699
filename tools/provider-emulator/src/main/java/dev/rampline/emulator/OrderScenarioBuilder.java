package dev.rampline.emulator;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.rampline.testkit.check.ExpectedOrder;
import dev.rampline.testkit.check.ExpectedOrder.OrderEvent;
import dev.rampline.testkit.provider.OrderLifeCycle;
import dev.rampline.testkit.provider.OrderReport;
import dev.rampline.testkit.provider.PayloadShape;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Builds the scenario of an order from its life cycle. */
final class OrderScenarioBuilder {
  private static final int SECONDS_BETWEEN = 20;

  private final EmulatedOrder order;
  private final EmulatorRandom random;
  private final List<EmulatedEvent> events = new ArrayList<>();
  private final List<OrderEvent> reported = new ArrayList<>();

  OrderScenarioBuilder(EmulatedOrder order, EmulatorRandom random) {
    this.order = order;
    this.random = random;
  }

  EmulatedScenario build(OrderLifeCycle life) {
    life.reports().forEach(this::add);
    String subject = Subjects.of("order", order.id());
    return new EmulatedScenario(life.name(), new ExpectedOrder(subject, reported), events, false);
  }

  private void add(OrderReport report) {
    PayloadShape shape = random.pick(List.of(PayloadShape.values()));
    ObjectNode body = JsonNodeFactory.instance.objectNode().put(shape.orderId(), order.id());
    report.status().ifPresent(status -> body.put("status", status));
    Map<String, String> fields = new TreeMap<>(Map.of("orderId", order.id()));
    Stream.concat(Stream.of("partnerOrderId"), report.fields().stream())
        .filter(name -> isAllowed(shape, name))
        .forEach(name -> fields.put(name, putField(body, name)));
    Instant at = order.createdAt().plusSeconds((long) SECONDS_BETWEEN * events.size());
    EventSideEffects effects =
        new EventSideEffects(
            fields,
            report.apiStatus().orElse(null),
            SocketOrderUpdates.forEvent(report.event(), order.canonicalFields()));
    String payload = shape.wrap(report.event(), body, at).toString();
    events.add(new EmulatedEvent(payload, at, effects));
    reported.add(new OrderEvent(report, fields));
  }

  private String putField(ObjectNode body, String name) {
    EmulatedField field = order.field(name);
    body.set(random.pick(field.names()), field.value());
    return field.canonical();
  }

  /** At the top level of a payload it would be the time of the event, not of the order. */
  private static boolean isAllowed(PayloadShape shape, String name) {
    return shape != PayloadShape.FLAT || !name.equals("createdAt");
  }
}
