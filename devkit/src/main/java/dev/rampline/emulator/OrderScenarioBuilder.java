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

/** An order's story while it is being written: word by word, then its end. */
final class OrderScenarioBuilder {
  private static final int SECONDS_BETWEEN = 20;

  private final EmulatedOrder order;
  private final EmulatorRandom dice;
  private final List<EmulatedEvent> events = new ArrayList<>();
  private final Map<String, String> allFields = new TreeMap<>();

  OrderScenarioBuilder(EmulatedOrder order, EmulatorRandom dice) {
    this.order = order;
    this.dice = dice;
    allFields.put("orderId", order.id());
  }

  /** The event, with a status or without one, and the facts with those names. */
  OrderScenarioBuilder addEvent(String event, @Nullable String status, String... names) {
    PayloadShape shape = dice.pick(List.of(PayloadShape.values()));
    ObjectNode body = JsonNodeFactory.instance.objectNode().put(shape.orderId(), order.id());
    if (status != null) {
      body.put("status", status);
    }
    Map<String, String> facts = new TreeMap<>(Map.of("orderId", order.id()));
    Stream.concat(Stream.of("partnerOrderId"), Arrays.stream(names))
        .filter(name -> isAllowed(shape, name))
        .forEach(name -> facts.put(name, putField(body, name)));
    allFields.putAll(facts);
    Instant at = order.createdAt().plusSeconds((long) SECONDS_BETWEEN * events.size());
    EventSideEffects echo =
        new EventSideEffects(
            facts,
            ApiStatus.after(event, status),
            SocketOrderUpdates.forEvent(event, order.canonicalFields()));
    events.add(new EmulatedEvent(shape.wrap(event, body, at).toString(), at, echo));
    return this;
  }

  /** The order stands in that state, and those final ones were told on the way. */
  EmulatedScenario build(String kind, String state, String... finals) {
    String subject = Subjects.of("order", order.id());
    return new EmulatedScenario(
        kind, new ExpectedState(subject, state, Set.of(finals), allFields), events, false);
  }

  private String putField(ObjectNode body, String name) {
    EmulatedField fact = order.field(name);
    body.set(dice.pick(fact.names()), fact.value());
    return fact.canonical();
  }

  /** At the top of a payload it would be the time of the event, and not the order's. */
  private static boolean isAllowed(PayloadShape shape, String name) {
    return shape != PayloadShape.FLAT || !name.equals("createdAt");
  }
}
