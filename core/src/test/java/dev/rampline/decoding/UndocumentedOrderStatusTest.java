package dev.rampline.decoding;

import static dev.rampline.decoding.TestDecoder.orderReport;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rampline.event.State;
import dev.rampline.event.StatusReport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Undocumented event names and statuses. */
class UndocumentedOrderStatusTest {

  @Test
  void refund_withAnUndocumentedStatus_isARefund() {
    assertThat(orderReport("order_refunded", "VANISHED"))
        .isEqualTo(new StatusReport(State.REFUNDED, null, null, "order_refunded", "VANISHED"));
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
  void undocumentedStatus_isUnknown_withAnyEventName(String status) {
    assertThat(orderReport("ORDER_COMPLETED", status))
        .isEqualTo(new StatusReport(State.UNKNOWN, null, status, "ORDER_COMPLETED", status));
    assertThat(orderReport(null, status))
        .isEqualTo(new StatusReport(State.UNKNOWN, null, status, null, status));
    assertThat(orderReport("ORDER_NEW", status).unrecognizedTerm()).isEqualTo(status);
  }

  @Test
  void undocumentedEventName_isReported_andTheStatusDetermines() {
    assertThat(orderReport("ORDER_BLESSED", "PROCESSING"))
        .isEqualTo(
            new StatusReport(
                State.PROCESSING, null, "ORDER_BLESSED", "ORDER_BLESSED", "PROCESSING"));
    assertThat(orderReport("ORDER_BLESSED", "COMPLETED").state()).isEqualTo(State.COMPLETED);
  }

  @Test
  void undocumentedEventName_withoutStatus_isUnknown() {
    assertThat(orderReport("ORDER_BLESSED", null))
        .isEqualTo(new StatusReport(State.UNKNOWN, null, "ORDER_BLESSED", "ORDER_BLESSED", null));
  }

  @Test
  void missingEventNameAndStatus_areUnknown_butNotUndocumented() {
    assertThat(orderReport(null, null))
        .isEqualTo(new StatusReport(State.UNKNOWN, null, null, null, null));
    assertThat(orderReport(null, "  "))
        .isEqualTo(new StatusReport(State.UNKNOWN, null, null, null, null));
  }

  @ParameterizedTest
  @ValueSource(strings = {"KYC_APPROVED", "KYC_STATUS_CHANGED", "PONG"})
  void eventNameOfAnotherKind_isUndocumentedForAnOrder(String event) {
    assertThat(orderReport(event, null))
        .isEqualTo(new StatusReport(State.UNKNOWN, null, null, event, null));
    assertThat(orderReport(event, "PROCESSING").state()).isEqualTo(State.PROCESSING);
  }

  @ParameterizedTest
  @CsvSource({
    "'{\"a\":\"canary\"}', (object)",
    "'[\"canary\"]', (array)",
    "7, (number)",
    "true, (boolean)",
  })
  void statusThatIsNotText_isUndocumented_andItsContentIsDropped(String status, String kept) {
    String payload = TestDecoder.order("\"eventName\":\"ORDER_COMPLETED\"", "\"status\":" + status);
    assertThat(TestDecoder.event(payload).status())
        .isEqualTo(new StatusReport(State.UNKNOWN, null, kept, null, kept));
  }
}
