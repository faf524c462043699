package dev.rampline.emulator;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Builds the scenario of an order: adds events, then the expected state. */
final class OrderScenarioBuilder {
  private static final int SECONDS_BETWEEN = 20;

  private final EmulatedOrder order;
  private final EmulatorRandom random;
  private final List<EmulatedEvent> events = new ArrayList<>();
  private final Map<String, String> allFields = new TreeMap<>();

  OrderScenarioBuilder(EmulatedOrder order, EmulatorRandom random) {
    this.order = order;
    this.random = random;
    allFields.put("orderId", order.id());
  }

  /** Adds the event, with or without a status, and with those fields. */
  OrderScenarioBuilder addEvent(String event, @Nullable String status, String... names) {
    PayloadShape shape = random.pick(List.of(PayloadShape.values()));
    ObjectNode body = JsonNodeFactory.instance.objectNode().put(shape.orderId(), order.id());
    if (status != null) {
      body.put("status", status);
    }
    Map<String, String> fields = new TreeMap<>(Map.of("orderId", order.id()));
    Stream.concat(Stream.of("partnerOrderId"), Arrays.stream(names))
        .filter(name -> isAllowed(shape, name))
        .forEach(name -> fields.put(name, putField(body, name)));
    allFields.putAll(fields);
    Instant at = order.createdAt().plusSeconds((long) SECONDS_BETWEEN * events.size());
    EventSideEffects effects =
        new EventSideEffects(
            fields,
            ApiStatus.after(event, status),
            SocketOrderUpdates.forEvent(event, order.canonicalFields()));
    events.add(new EmulatedEvent(shape.wrap(event, body, at).toString(), at, effects));
    return this;
  }

  /** Completes the scenario with that state and the terminal states reported before. */
  EmulatedScenario build(String kind, String state, String... terminalStates) {
    String subject = Subjects.of("order", order.id());
    return new EmulatedScenario(
        kind, new ExpectedState(subject, state, Set.of(terminalStates), allFields), events, false);
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
