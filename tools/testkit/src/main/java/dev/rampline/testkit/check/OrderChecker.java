package dev.rampline.testkit.check;

import com.fasterxml.jackson.databind.JsonNode;
import dev.rampline.testkit.check.Violation.Kind;
import dev.rampline.testkit.provider.OrderReport;
import dev.rampline.testkit.provider.OrderState;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Checks the messages of an order against what the provider reported of it. */
final class OrderChecker {
  private final ExpectedOrder order;
  private final List<ObservedMessage> messages;
  private final @Nullable ObservedMessage newest;
  private final Violations violations;

  /**
   * @param messages its messages by version
   */
  OrderChecker(ExpectedOrder order, List<ObservedMessage> messages, Violations violations) {
    this.order = order;
    this.messages = messages;
    this.newest = messages.isEmpty() ? null : messages.getLast();
    this.violations = violations;
  }

  /** Checks that accepted events are kept and that no state or value is invented. */
  void checkEvents() {
    for (ExpectedOrder.OrderEvent event : order.accepted()) {
      expect(
          isKept(event.report()),
          Kind.EVENT_LOST,
          event.report() + " was accepted and is lost: the state is " + state());
    }
    order.fieldNames().sorted().forEach(this::checkField);
    Set<String> possible = order.possibleStates();
    messages.stream()
        .filter(message -> !possible.contains(message.state()))
        .forEach(
            message ->
                expect(
                    false,
                    isTerminal(message.state()) ? Kind.FORGERY_ACCEPTED : Kind.STATE_WRONG,
                    message.state() + " in version " + message.version() + " was never reported"));
  }

  /** Checks that the order is in the API's state, and that nothing waits for the API. */
  void checkReconciled() {
    OrderState inApi = order.apiState();
    expect(
        isConsistent(inApi),
        Kind.NOT_RECONCILED,
        "is " + state() + ", but the provider's API reports " + inApi.text());
    if (newest != null) {
      expect(
          !newest.hasOpenConflict() || !inApi.isTerminal(),
          Kind.NOT_RECONCILED,
          "a conflict is open that the provider's API could settle");
      expect(
          newest.unverifiedStates().findAny().isEmpty(),
          Kind.NOT_RECONCILED,
          "unverified events are open that the provider's API could resolve: "
              + newest.unverifiedStates().toList());
    }
  }

  private boolean isKept(OrderReport report) {
    OrderState state = report.state();
    if (!state.isTerminal()) {
      return rank() >= state.rank();
    }
    return Set.of(state.text(), OrderState.REFUNDED.text()).contains(state())
        || (newest != null && newest.conflictingStates().anyMatch(state.text()::equals));
  }

  /** The API reports neither refunds nor expiries. */
  private boolean isConsistent(OrderState inApi) {
    if (state().equals(OrderState.REFUNDED.text())) {
      return order.isReported(OrderState.REFUNDED);
    }
    if (state().equals(OrderState.EXPIRED.text())) {
      return order.isReported(OrderState.EXPIRED) && inApi == OrderState.CANCELLED;
    }
    return inApi.isTerminal() ? state().equals(inApi.text()) : rank() >= inApi.rank();
  }

  private void checkField(String name) {
    Optional<Integer> rank = order.rankOfField(name);
    List<String> possible = order.possibleValues(name, rank.orElse(0));
    JsonNode value = newest == null ? null : newest.data().get(name);
    String held = value == null || value.isNull() ? null : value.asText();
    expect(
        held == null ? rank.isEmpty() : possible.contains(held),
        Kind.STATE_WRONG,
        name + " is " + (held == null ? "absent" : held) + " instead of " + possible);
  }

  private String state() {
    return newest == null ? "nothing" : newest.state();
  }

  private int rank() {
    return OrderState.ofText(state()).map(OrderState::rank).orElse(-1);
  }

  private static boolean isTerminal(String state) {
    return OrderState.ofText(state)
        .filter(known -> known.rank() >= OrderState.COMPLETED.rank())
        .isPresent();
  }

  private void expect(boolean holds, Kind kind, String text) {
    violations.expect(holds, kind, order.subject(), text);
  }
}
