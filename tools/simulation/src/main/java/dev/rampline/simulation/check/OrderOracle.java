package dev.rampline.simulation.check;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.rampline.simulation.provider.OrderPhase;
import dev.rampline.simulation.provider.SimulatedOrder;
import dev.rampline.simulation.provider.SimulatedOrderEvent;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * Determines what consumers must know of an order at the end: all events that were answered with
 * 200 (I1), and the provider's API status (I5). Written from {@code
 * docs/architecture.md#state-transition-rules} and {@code docs/provider-api.md} alone.
 */
public final class OrderOracle {
  private static final List<String> FIELDS =
      List.of(
          "partnerOrderId",
          "fiatCurrency",
          "fiatAmount",
          "cryptoCurrency",
          "cryptoAmount",
          "network",
          "walletAddress",
          "transactionHash");

  private final PublishedMessages messages;
  private final InvariantViolations findings;

  public OrderOracle(PublishedMessages messages, InvariantViolations findings) {
    this.messages = messages;
    this.findings = findings;
  }

  /** Checks that accepted events are kept and that no state is invented. */
  public void checkDurability(SimulatedOrder order, AcceptedEvents received) {
    String subject = "order/" + order.id();
    List<SimulatedOrderEvent> events = received.forSubject(subject, SimulatedOrderEvent.class);
    JsonNode reported = messages.newest(subject).orElse(MissingNode.getInstance());
    for (SimulatedOrderEvent event : events) {
      findings.expect(
          isKept(event.phase(), reported),
          Invariant.I1,
          subject,
          event + " was accepted and is lost");
    }
    FIELDS.forEach(name -> checkField(name, order, events, reported));
    String state = reported.path("state").asText("");
    findings.expect(
        reported.isMissingNode() || possibleStates(order).contains(state),
        Invariant.I1,
        subject,
        state + " was never reported");
  }

  /** Checks that the order is in the API's state. */
  public void checkReconciled(SimulatedOrder order) {
    String subject = "order/" + order.id();
    JsonNode reported = messages.newest(subject).orElse(MissingNode.getInstance());
    OrderPhase inApi = apiPhase(order);
    String state = reported.path("state").asText("nothing");
    findings.expect(
        isConsistent(order, inApi, state),
        Invariant.I5,
        subject,
        "is " + state + ", but the provider's status is " + order.apiStatus());
    JsonNode conflict = reported.path("conflict");
    findings.expect(
        !conflict.isObject() || !conflict.path("settled").isNull() || !inApi.isTerminal(),
        Invariant.I5,
        subject,
        "a conflict is open that the provider's API could settle");
  }

  private static boolean isConsistent(SimulatedOrder order, OrderPhase inApi, String state) {
    if (state.equals(OrderPhase.REFUNDED.state()) || state.equals(OrderPhase.EXPIRED.state())) {
      OrderPhase beyond =
          state.equals(OrderPhase.REFUNDED.state()) ? OrderPhase.REFUNDED : OrderPhase.EXPIRED;
      return order.phases().contains(beyond)
          && (beyond == OrderPhase.REFUNDED || inApi == OrderPhase.CANCELLED);
    }
    return inApi.isTerminal() ? state.equals(inApi.state()) : rank(state) >= inApi.rank();
  }

  private static boolean isKept(OrderPhase phase, JsonNode reported) {
    String state = reported.path("state").asText("nothing");
    if (phase.isTerminal()) {
      Set<String> ends = new HashSet<>(Set.of(state));
      reported.path("conflict").path("finals").forEach(end -> ends.add(end.asText()));
      return ends.contains(phase.state()) || state.equals(OrderPhase.REFUNDED.state());
    }
    return rank(state) >= phase.rank();
  }

  /** A field value takes precedence by the order's progress at its event. */
  private void checkField(
      String name, SimulatedOrder order, List<SimulatedOrderEvent> events, JsonNode reported) {
    int least =
        events.stream()
            .filter(event -> event.fields().get(name) != null)
            .mapToInt(event -> event.phase().rank())
            .max()
            .orElse(-1);
    if (least < 0) {
      return;
    }
    Set<String> possible = new HashSet<>();
    for (OrderPhase phase : order.phases()) {
      if (phase.rank() >= least || apiPhase(phase).rank() >= least) {
        possible.add(String.valueOf(fields(order, phase).get(name)));
      }
    }
    String held = reported.path(name).asText("nothing");
    findings.expect(
        possible.contains(held),
        Invariant.I1,
        "order/" + order.id(),
        name + " is " + held + " instead of " + possible);
  }

  private static Map<String, Object> fields(SimulatedOrder order, OrderPhase phase) {
    return Objects.requireNonNull(order.fields(phase));
  }

  private static Set<String> possibleStates(SimulatedOrder order) {
    Set<String> states = new HashSet<>(Set.of(OrderPhase.IN_REVIEW.state()));
    for (OrderPhase phase : order.phases()) {
      states.add(phase.state());
      states.add(apiPhase(phase).state());
    }
    return states;
  }

  private static OrderPhase apiPhase(SimulatedOrder order) {
    return byStatus(order.apiStatus());
  }

  private static OrderPhase apiPhase(OrderPhase phase) {
    return phase.apiStatus().map(OrderOracle::byStatus).orElse(phase);
  }

  private static OrderPhase byStatus(String status) {
    return status.equals("PENDING_PAYMENT") ? OrderPhase.CREATED : OrderPhase.valueOf(status);
  }

  private static int rank(String state) {
    for (OrderPhase phase : OrderPhase.values()) {
      if (phase.state().equals(state)) {
        return phase.rank();
      }
    }
    return -1;
  }
}
