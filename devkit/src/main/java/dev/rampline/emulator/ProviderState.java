package dev.rampline.emulator;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.stream.Stream;

/**
 * What the provider knows of every order and customer so far, as its API tells it (provider.md §2).
 * Thread-safe.
 */
public final class ProviderState {
  /** Every order by its id, the last updated last. */
  private final SequencedMap<String, ProviderOrder> orders = new LinkedHashMap<>();

  private final Map<String, ObjectNode> customers = new HashMap<>();
  private final InstantSource clock;

  /** With nothing in it yet. */
  public ProviderState(InstantSource clock) {
    this.clock = clock;
  }

  /** What is true once every story has come to its end. */
  public static ProviderState of(List<EmulatedScenario> stories, InstantSource clock) {
    ProviderState book = new ProviderState(clock);
    stories.stream().flatMap(story -> story.events().stream()).forEach(book::apply);
    return book;
  }

  /** From now on that word is true. */
  public synchronized void apply(EmulatedEvent word) {
    EventSideEffects echo = word.effects();
    String order = echo.fields().get("orderId");
    if (order != null) {
      applyToOrder(order, echo, clock.instant());
    }
    String customer = echo.fields().get("partnerCustomerId");
    if (customer != null) {
      customers.put(customer, kyc(echo));
    }
  }

  private void applyToOrder(String id, EventSideEffects echo, Instant now) {
    ProviderOrder known = orders.remove(id);
    ProviderOrder before =
        known == null ? new ProviderOrder(Map.of(), "PENDING_PAYMENT", now) : known;
    orders.putLast(id, before.after(echo, now));
  }

  private static ObjectNode kyc(EventSideEffects echo) {
    return JsonNodeFactory.instance
        .objectNode()
        .put("userId", echo.fields().get("userId"))
        .put("status", echo.apiStatus())
        .put("level", "TIER_2");
  }

  synchronized int size() {
    return orders.size();
  }

  /** So many rows from that one on, the last updated first. */
  synchronized List<ObjectNode> rows(int from, int count) {
    Stream<ProviderOrder> newestFirst = orders.sequencedValues().reversed().stream();
    return newestFirst.skip(Math.max(0, from)).limit(count).map(ProviderOrder::toListRow).toList();
  }

  synchronized Optional<ObjectNode> order(String id) {
    return Optional.ofNullable(orders.get(id)).map(ProviderOrder::toJson);
  }

  synchronized Optional<ObjectNode> kyc(String partnerCustomerId) {
    return Optional.ofNullable(customers.get(partnerCustomerId)).map(ObjectNode::deepCopy);
  }
}
