package dev.rampline.testkit.check;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rampline.testkit.check.ExpectedCustomer.KycEvent;
import dev.rampline.testkit.check.ExpectedOrder.OrderEvent;
import dev.rampline.testkit.provider.KycLifeCycle;
import dev.rampline.testkit.provider.KycReport;
import dev.rampline.testkit.provider.OrderLifeCycle;
import dev.rampline.testkit.provider.OrderState;
import java.time.Instant;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/** The checker accepts the stated end of each life cycle, and no other state. */
class LifeCycleCheckTest {
  static final List<OrderLifeCycle> ORDERS = OrderLifeCycle.ALL;
  static final List<KycLifeCycle> CUSTOMERS = KycLifeCycle.ALL;
  private static final Instant START = Instant.parse("2025-03-03T08:00:00Z");

  @ParameterizedTest
  @FieldSource("ORDERS")
  void order_whoseEventsAreAllAccepted_mayBeInItsEndAlone(OrderLifeCycle life) {
    ExpectedOrder order =
        new ExpectedOrder(
            "order/1",
            life.reports().stream().map(report -> new OrderEvent(report, Map.of())).toList());
    Set<OrderState> accepted =
        Arrays.stream(OrderState.values())
            .filter(state -> isAccepted(order, state.text(), conflict(life)))
            .collect(Collectors.toSet());
    Set<OrderState> expected = EnumSet.of(life.end());
    if (!isSettled(life) && order.apiState().rank() > life.end().rank()) {
      // The API is further than the last webhook.
      expected = EnumSet.of(order.apiState());
    }
    assertThat(accepted).isEqualTo(expected);
  }

  @ParameterizedTest
  @FieldSource("CUSTOMERS")
  void customer_whoseEventsAreAllAccepted_mayBeInTheLastStateAlone(KycLifeCycle life) {
    List<KycEvent> events =
        IntStream.range(0, life.reports().size())
            .mapToObj(index -> new KycEvent(life.reports().get(index), START.plusSeconds(index)))
            .toList();
    ExpectedCustomer customer =
        new ExpectedCustomer("kyc/customer/1", Map.of("partnerCustomerId", "1"), false, events);
    assertThat(
            Stream.of(KycReport.values())
                .filter(report -> isAccepted(customer, report.state(), ""))
                .toList())
        .containsExactly(life.reports().getLast());
  }

  private static boolean isSettled(OrderLifeCycle life) {
    return life.end().rank() >= OrderState.COMPLETED.rank();
  }

  /** A settled conflict between all terminal states, if there are several. */
  private static String conflict(OrderLifeCycle life) {
    List<String> terminal =
        life.reports().stream()
            .filter(report -> report.state().isTerminal())
            .map(report -> "\"" + report.state().text() + "\"")
            .distinct()
            .toList();
    return terminal.size() < 2
        ? ""
        : ",\"conflict\":{\"finals\":%s,\"settled\":%s}".formatted(terminal, terminal.getLast());
  }

  private static boolean isAccepted(ExpectedSubject expected, String state, String members) {
    ObservedMessage message =
        ObservedMessage.of(
            """
            {"id":"%1$s/1","subject":"%1$s","sequence":"1","data":{"state":"%2$s",
             "partnerCustomerId":"1","confirmed":true,"occurredAt":"2025-03-03T09:00:00Z"%3$s}}
            """
                .formatted(expected.subject(), state, members));
    EndToEndChecker checker = new EndToEndChecker(List.of(message));
    checker.checkEvents(expected, Set.of());
    checker.checkReconciled(expected);
    return checker.violations().isEmpty();
  }
}
