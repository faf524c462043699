package dev.rampline.decoding;

import static dev.rampline.decoding.TestDecoder.orderReport;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rampline.event.State;
import dev.rampline.event.StatusReport;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Undocumented event names and statuses. */
class UndocumentedOrderStatusTest {

  @ParameterizedTest
  @ValueSource(strings = {"VANISHED", "REFUND_PENDING", "REFUND_FAILED"})
  void refund_besideAnUndocumentedStatus_isNoRefund(String status) {
    assertThat(orderReport("order_refunded", status))
        .isEqualTo(new StatusReport(State.UNKNOWN, null, status, "order_refunded", status));
    assertThat(isWithheld("ORDER_REFUNDED", status)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "COMPLETE",
        "COMPLETED_",
        "PENDING_DELIVERYX",
        "ON_HOLD",
        "DONE",
        "ORDER_COMPLETED"
      })
  void undocumentedStatus_besideATerminalEvent_isWithheld(String status) {
    for (String event : List.of("ORDER_COMPLETED", "ORDER_FAILED", "ORDER_CANCELLED")) {
      assertThat(orderReport(event, status))
          .isEqualTo(new StatusReport(State.UNKNOWN, null, status, event, status));
      assertThat(isWithheld(event, status)).isTrue();
    }
    assertThat(orderReport(null, status))
        .isEqualTo(new StatusReport(State.UNKNOWN, null, status, null, status));
    assertThat(orderReport("ORDER_NEW", status).unrecognizedTerm()).isEqualTo(status);
    assertThat(isWithheld("ORDER_NEW", status)).isTrue();
    assertThat(TestDecoder.orderResponse(status))
        .isEqualTo(new StatusReport(State.UNKNOWN, null, status, null, status));
  }

  @ParameterizedTest
  @CsvSource({
    "ORDER_CREATED, AWAITING_PAYMENT",
    "ORDER_PROCESSING, PROCESSING",
    "FIAT_SENT, DELIVERING",
  })
  void undocumentedStatus_besideANonTerminalEvent_isOnlyFlagged(String event, State state) {
    assertThat(orderReport(event, "MYSTERY"))
        .isEqualTo(new StatusReport(state, null, "MYSTERY", event, "MYSTERY"));
    assertThat(isWithheld(event, "MYSTERY")).isFalse();
  }

  @ParameterizedTest
  @CsvSource({"COMPLETED", "FAILED", "CANCELLED", "EXPIRED", "REFUNDED", "CANCELED"})
  void terminalStatus_besideAnUndocumentedEvent_isWithheld(String status) {
    for (String event : List.of("ORDER_BLESSED", "DISPUTE_CLOSED", "AWAITING_REFUND")) {
      assertThat(orderReport(event, status))
          .isEqualTo(new StatusReport(State.UNKNOWN, null, event, event, status));
      assertThat(isWithheld(event, status)).isTrue();
    }
  }

  @ParameterizedTest
  @CsvSource({"COMPLETED, UNKNOWN, true", "PROCESSING, PROCESSING, false"})
  void status_withoutEventName_isTreatedLikeAnUndocumentedEvent(
      String status, State state, boolean isWithheld) {
    assertThat(orderReport(null, status))
        .isEqualTo(new StatusReport(state, null, "(no event name)", null, status));
    assertThat(isWithheld(null, status)).isEqualTo(isWithheld);
  }

  @Test
  void nonTerminalStatus_besideAnUndocumentedEvent_counts() {
    assertThat(orderReport("ORDER_BLESSED", "PROCESSING"))
        .isEqualTo(
            new StatusReport(
                State.PROCESSING, null, "ORDER_BLESSED", "ORDER_BLESSED", "PROCESSING"));
    assertThat(isWithheld("ORDER_BLESSED", "PROCESSING")).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"DISPUTE_OPENED", "BANK_ACCOUNT_ADDED"})
  void undocumentedEvent_thatIsPerhapsNoOrders_isWithheld(String event) {
    assertThat(orderReport(event, "PROCESSING"))
        .isEqualTo(new StatusReport(State.UNKNOWN, null, event, event, "PROCESSING"));
    assertThat(isWithheld(event, "PROCESSING")).isTrue();
  }

  @Test
  void undocumentedEvent_alone_isUnknown() {
    assertThat(orderReport("ORDER_BLESSED", null))
        .isEqualTo(new StatusReport(State.UNKNOWN, null, "ORDER_BLESSED", "ORDER_BLESSED", null));
    assertThat(isWithheld("ORDER_BLESSED", null)).isTrue();
  }

  @Test
  void neitherEventNorStatus_isUnknown_andWithheld() {
    assertThat(orderReport(null, null))
        .isEqualTo(new StatusReport(State.UNKNOWN, null, "(no event name)", null, null));
    assertThat(isWithheld(null, "  ")).isTrue();
  }

  @ParameterizedTest
  @CsvSource({
    "'{\"a\":\"canary\"}', (object)",
    "'[\"canary\"]', (array)",
    "7, 7",
    "5.0, 5.0",
    "true, true",
  })
  void statusThatIsNotText_isKeptAsWritten_butNotWhatMayBePersonal(String status, String kept) {
    String payload =
        "{\"eventName\":\"ORDER_COMPLETED\",\"data\":{\"id\":\"o-1\",\"status\":%s}}"
            .formatted(status);
    assertThat(TestDecoder.event(payload).status())
        .isEqualTo(new StatusReport(State.UNKNOWN, null, kept, "ORDER_COMPLETED", kept));
  }

  @ParameterizedTest
  @CsvSource({
    "ORDER_COMPLETED, Completed",
    "order.completed, COMPLETED",
    "order-completed, COMPLETED",
    "order completed, COMPLETED",
    "orderCompleted, completed",
    "OrderCompleted, ' COMPLETED '",
  })
  void evidentSpelling_isDocumented(String event, String status) {
    assertThat(orderReport(event, status))
        .isEqualTo(new StatusReport(State.COMPLETED, null, null, event, status));
    assertThat(orderReport("ORDER_CANCELED", "CANCELED").state()).isEqualTo(State.CANCELLED);
    assertThat(orderReport("PENDING DELIVERY", "pending-delivery").state())
        .isEqualTo(State.DELIVERING);
  }

  private static boolean isWithheld(@Nullable String event, @Nullable String status) {
    String name = event == null ? "null" : "\"" + event + "\"";
    String body = status == null ? "null" : "\"" + status + "\"";
    return TestDecoder.result(
            "{\"eventName\":%s,\"data\":{\"id\":\"o-1\",\"status\":%s}}".formatted(name, body))
        .withheld();
  }
}
