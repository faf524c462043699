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
 * The provider's orders and customers as its API returns them ({@code
 * docs/provider-api.md#orders-api}). Thread-safe.
 */
public final class ProviderState {
  /** All orders by ID, last updated last. */
  private final SequencedMap<String, ProviderOrder> orders = new LinkedHashMap<>();

  private final Map<String, KycStatus> customers = new HashMap<>();
  private final InstantSource clock;

  /** Creates an empty state. */
  public ProviderState(InstantSource clock) {
    this.clock = clock;
  }

  /** Creates the state after all events of the scenarios. */
  public static ProviderState of(List<EmulatedScenario> scenarios, InstantSource clock) {
    ProviderState state = new ProviderState(clock);
    scenarios.stream().flatMap(scenario -> scenario.events().stream()).forEach(state::apply);
    return state;
  }

  /** Applies that event. */
  public synchronized void apply(EmulatedEvent event) {
    EventSideEffects effects = event.effects();
    String order = effects.fields().get("orderId");
    if (order != null) {
      applyToOrder(order, event, clock.instant());
    }
    String customer = effects.fields().get("partnerCustomerId");
    if (customer != null) {
      customers.merge(customer, new KycStatus(effects, event.at()), KycStatus::later);
    }
  }

  private void applyToOrder(String id, EmulatedEvent event, Instant now) {
    ProviderOrder known = orders.remove(id);
    ProviderOrder before = known == null ? ProviderOrder.unknown(now) : known;
    orders.putLast(id, before.after(event, now));
  }

  synchronized int size() {
    return orders.size();
  }

  /** That many rows from that index. */
  synchronized List<ObjectNode> rows(OrderListSort sort, int from, int count) {
    Stream<ProviderOrder> newestFirst = orders.sequencedValues().reversed().stream();
    return sort.of(newestFirst)
        .skip(Math.max(0, from))
        .limit(count)
        .map(ProviderOrder::toListRow)
        .toList();
  }

  synchronized Optional<ObjectNode> order(String id) {
    return Optional.ofNullable(orders.get(id)).map(ProviderOrder::toJson);
  }

  synchronized Optional<ObjectNode> kyc(String partnerCustomerId) {
    return Optional.ofNullable(customers.get(partnerCustomerId)).map(KycStatus::toJson);
  }

  /** A customer's KYC status since that time. */
  private record KycStatus(EventSideEffects effects, Instant at) {
    /** Of two, the one that was reached later; its webhook may have come first. */
    KycStatus later(KycStatus next) {
      return next.at.isBefore(at) ? this : next;
    }

    ObjectNode toJson() {
      return JsonNodeFactory.instance
          .objectNode()
          .put("userId", effects.fields().get("userId"))
          .put("status", effects.apiStatus())
          .put("level", "TIER_2");
    }
  }
}
