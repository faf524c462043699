package dev.rampline.devkit.emulator;

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
final class OrderTale {
  private static final int SECONDS_BETWEEN = 20;

  private final OrderFacts order;
  private final Dice dice;
  private final List<Word> words = new ArrayList<>();
  private final Map<String, String> told = new TreeMap<>();

  OrderTale(OrderFacts order, Dice dice) {
    this.order = order;
    this.dice = dice;
    told.put("orderId", order.id());
  }

  /** The event, with a status or without one, and the facts with those names. */
  OrderTale says(String event, @Nullable String status, String... names) {
    Shape shape = dice.pick(List.of(Shape.values()));
    ObjectNode body = JsonNodeFactory.instance.objectNode().put(shape.orderId(), order.id());
    if (status != null) {
      body.put("status", status);
    }
    Map<String, String> facts = new TreeMap<>(Map.of("orderId", order.id()));
    Stream.concat(Stream.of("partnerOrderId"), Arrays.stream(names))
        .filter(name -> fits(shape, name))
        .forEach(name -> facts.put(name, tell(body, name)));
    told.putAll(facts);
    Instant at = order.createdAt().plusSeconds((long) SECONDS_BETWEEN * words.size());
    Echo echo =
        new Echo(facts, ApiStatus.since(event, status), OrderTalk.about(event, order.canonical()));
    words.add(new Word(shape.around(event, body, at).toString(), at, echo));
    return this;
  }

  /** The order stands in that state, and those final ones were told on the way. */
  Story ends(String kind, String state, String... finals) {
    String subject = Subjects.of("order", order.id());
    return new Story(kind, new Truth(subject, state, Set.of(finals), told), words, false);
  }

  private String tell(ObjectNode body, String name) {
    Fact fact = order.fact(name);
    body.set(dice.pick(fact.names()), fact.value());
    return fact.canonical();
  }

  /** At the top of a payload it would be the time of the event, and not the order's. */
  private static boolean fits(Shape shape, String name) {
    return shape != Shape.FLAT || !name.equals("createdAt");
  }
}
