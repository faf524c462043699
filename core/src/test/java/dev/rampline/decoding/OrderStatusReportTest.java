package dev.rampline.decoding;

import static dev.rampline.decoding.TestDecoder.orderReport;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.rampline.event.State;
import dev.rampline.event.StatusReport;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Follows the tables of {@code docs/provider-api.md#event-names} and {@code
 * docs/provider-api.md#states-and-ranks}, and the rules of {@code docs/architecture.md#orders}.
 */
class OrderStatusReportTest {
  private static final String EVENTS =
      """
      ORDER_CREATED                     awaiting-payment
      AWAITING_PAYMENT_FROM_USER        awaiting-payment
      AWAITING_CRYPTO_DEPOSIT           awaiting-payment
      PAYMENT_DONE_MARKED_BY_USER       payment-claimed
      ORDER_PAYMENT_VERIFYING           payment-claimed
      CRYPTO_DEPOSIT_RECEIVED           payment-received
      ORDER_PROCESSING                  processing
      FIAT_PROCESSING                   processing
      PENDING_DELIVERY                  delivering
      PENDING_DELIVERY_FROM_OZZOBiT     delivering
      FIAT_SENT                         delivering
      ORDER_COMPLETED                   completed
      ORDER_FAILED                      failed
      ORDER_CANCELLED                   cancelled
      ORDER_CANCELED                    cancelled
      ORDER_REFUNDED                    refunded
      """;

  private static final String STATUSES =
      """
      CREATED                                awaiting-payment
      AWAITING_PAYMENT                       awaiting-payment
      AWAITING_PAYMENT_FROM_USER             awaiting-payment
      PENDING_PAYMENT                        awaiting-payment
      AWAITING_CRYPTO_DEPOSIT                awaiting-payment
      PAYMENT_DONE_MARKED_BY_USER            payment-claimed
      CRYPTO_DEPOSIT_RECEIVED                payment-received
      PROCESSING                             processing
      ORDER_PROCESSING                       processing
      FIAT_PROCESSING                        processing
      PENDING_DELIVERY                       delivering
      PENDING_DELIVERY_FROM_OZZOBiT          delivering
      PENDING_DELIVERY_FROM_TRANSAK          delivering
      FIAT_SENT                              delivering
      ON_HOLD_PENDING_DELIVERY_FROM_OZZOBiT  on-hold
      COMPLETED                              completed
      FAILED                                 failed
      CANCELLED                              cancelled
      CANCELED                               cancelled
      EXPIRED                                expired
      REFUNDED                               refunded
      ORDER_REFUNDED                         refunded
      """;

  @ParameterizedTest
  @MethodSource("events")
  void eventName_withoutStatus_determinesTheState(String event, State state) {
    assertThat(orderReport(event, null))
        .isEqualTo(new StatusReport(state, null, null, event, null));
  }

  @ParameterizedTest
  @MethodSource("statuses")
  void status_ofAResponse_decides(String status, State state) {
    assertThat(TestDecoder.orderResponse(status))
        .isEqualTo(new StatusReport(state, null, null, null, status));
  }

  @ParameterizedTest
  @MethodSource("statuses")
  void status_isReadInAnyCase_andWithSpaces(String status, State state) {
    String written = " " + status.toLowerCase(Locale.ROOT) + "\\t";
    assertThat(TestDecoder.orderResponse(written).state()).isEqualTo(state);
  }

  @ParameterizedTest
  @MethodSource("pairs")
  void terminalStatusOrHigherRank_winsOverTheEventName(
      String event, State eventState, String status, State statusState) {
    if (isContradictory(eventState, statusState)) {
      String term = event + ", " + status;
      assertThat(orderReport(event, status))
          .isEqualTo(new StatusReport(State.UNKNOWN, null, term, event, status));
      return;
    }
    State state = statusState;
    if (eventState == State.REFUNDED) {
      state = State.REFUNDED;
    } else if (eventState.rank() < 100 && eventState.rank() > statusState.rank()) {
      state = eventState;
    }
    State beside = event.equals("ORDER_REFUNDED") && statusState.rank() == 100 ? statusState : null;
    assertThat(orderReport(event, status))
        .isEqualTo(new StatusReport(state, beside, null, event, status));
  }

  /** An order is completed, or it ended without delivery. */
  private static boolean isContradictory(State event, State status) {
    List<State> ends = List.of(State.COMPLETED, State.FAILED, State.CANCELLED, State.EXPIRED);
    return ends.contains(event)
        && ends.contains(status)
        && (event == State.COMPLETED) != (status == State.COMPLETED);
  }

  @ParameterizedTest
  @CsvSource({
    "ORDER_FAILED, COMPLETED",
    "ORDER_CANCELLED, COMPLETED",
    "ORDER_COMPLETED, FAILED",
    "ORDER_COMPLETED, CANCELLED",
    "ORDER_COMPLETED, EXPIRED",
  })
  void completionBesideAnotherEnd_isWithheld(String event, String status) {
    String payload =
        "{\"eventName\":\"%s\",\"data\":{\"id\":\"o-1\",\"status\":\"%s\"}}"
            .formatted(event, status);
    assertThat(TestDecoder.result(payload).withheld()).isTrue();
    assertThat(TestDecoder.event(payload).status().terminalState()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "'{\"orderStatus\":\"FAILED\"}', FAILED",
    "'{\"order_status\":\"PROCESSING\"}', PROCESSING",
    "'{\"status\":\"COMPLETED\",\"orderStatus\":\"completed\"}', COMPLETED",
    "'{\"status\":\"COMPLETED\",\"orderStatus\":\"REFUND_PENDING\"}', UNKNOWN",
    "'{\"status\":\"FAILED\",\"orderStatus\":\"CANCELLED\"}', UNKNOWN",
  })
  void status_isFoundUnderEveryName(String body, State state) {
    String event = state == State.UNKNOWN ? "ORDER_COMPLETED" : "ORDER_CREATED";
    String payload =
        "{\"orderId\":\"o-1\",\"eventName\":\"%s\",\"data\":%s}".formatted(event, body);
    assertThat(TestDecoder.event(payload).status().state()).isEqualTo(state);
  }

  @ParameterizedTest
  @CsvSource({
    "ORDER_CREATED, AWAITING_PAYMENT_FROM_USER, AWAITING_PAYMENT",
    "ORDER_PAYMENT_VERIFYING, PAYMENT_DONE_MARKED_BY_USER, PAYMENT_CLAIMED",
    "ORDER_PROCESSING, PROCESSING, PROCESSING",
    "ORDER_PROCESSING, PENDING_DELIVERY_FROM_TRANSAK, DELIVERING",
    "ORDER_PROCESSING, ON_HOLD_PENDING_DELIVERY_FROM_TRANSAK, ON_HOLD",
    "ORDER_COMPLETED, COMPLETED, COMPLETED",
    "ORDER_FAILED, FAILED, FAILED",
    "ORDER_FAILED, CANCELLED, CANCELLED",
    "ORDER_FAILED, EXPIRED, EXPIRED",
    "ORDER_REFUNDED, REFUNDED, REFUNDED",
    "FIAT_SENT, PROCESSING, DELIVERING",
    "ORDER_CREATED, COMPLETED, COMPLETED",
    "ORDER_COMPLETED, PROCESSING, PROCESSING",
    "PENDING_DELIVERY, ON_HOLD_PENDING_DELIVERY_FROM_OZZOBiT, ON_HOLD",
    "ORDER_COMPLETED, REFUNDED, REFUNDED",
  })
  void documentedPairs_haveTheDocumentedStates(String event, String status, State state) {
    assertThat(orderReport(event, status).state()).isEqualTo(state);
  }

  @ParameterizedTest
  @CsvSource({"COMPLETED", "FAILED", "CANCELLED", "EXPIRED"})
  void refund_withATerminalStatus_keepsBoth(State beside) {
    assertThat(orderReport("ORDER_REFUNDED", beside.name()))
        .isEqualTo(new StatusReport(State.REFUNDED, beside, null, "ORDER_REFUNDED", beside.name()));
  }

  static Stream<Arguments> events() {
    return rows(EVENTS).map(row -> arguments(row.get(0), State.of(row.get(1))));
  }

  static Stream<Arguments> statuses() {
    return rows(STATUSES).map(row -> arguments(row.get(0), State.of(row.get(1))));
  }

  static Stream<Arguments> pairs() {
    return rows(EVENTS)
        .flatMap(
            event ->
                rows(STATUSES)
                    .map(
                        status ->
                            arguments(
                                event.get(0),
                                State.of(event.get(1)),
                                status.get(0),
                                State.of(status.get(1)))));
  }

  private static Stream<List<String>> rows(String table) {
    return table.lines().map(line -> List.of(line.strip().split(" +")));
  }
}
