package dev.rampline.decoding;

import static dev.rampline.decoding.TestDecoder.orderWord;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rampline.event.State;
import dev.rampline.event.StatusReport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What no table lists, on either side or on both. */
class UndocumentedOrderStatusTest {

  @Test
  void refund_besideAnUndocumentedStatus_isStillARefund() {
    assertThat(orderWord("order_refunded", "VANISHED"))
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
  void undocumentedStatus_isUnknown_whateverTheEvent(String status) {
    assertThat(orderWord("ORDER_COMPLETED", status))
        .isEqualTo(new StatusReport(State.UNKNOWN, null, status, "ORDER_COMPLETED", status));
    assertThat(orderWord(null, status))
        .isEqualTo(new StatusReport(State.UNKNOWN, null, status, null, status));
    assertThat(orderWord("ORDER_NEW", status).unrecognizedTerm()).isEqualTo(status);
  }

  @Test
  void undocumentedEvent_besideAKnownStatus_leavesTheStatusAndIsReported() {
    assertThat(orderWord("ORDER_BLESSED", "PROCESSING"))
        .isEqualTo(
            new StatusReport(
                State.PROCESSING, null, "ORDER_BLESSED", "ORDER_BLESSED", "PROCESSING"));
    assertThat(orderWord("ORDER_BLESSED", "COMPLETED").state()).isEqualTo(State.COMPLETED);
  }

  @Test
  void undocumentedEvent_alone_isUnknown() {
    assertThat(orderWord("ORDER_BLESSED", null))
        .isEqualTo(new StatusReport(State.UNKNOWN, null, "ORDER_BLESSED", "ORDER_BLESSED", null));
  }

  @Test
  void neitherEventNorStatus_isUnknown_andNothingIsUndocumented() {
    assertThat(orderWord(null, null))
        .isEqualTo(new StatusReport(State.UNKNOWN, null, null, null, null));
    assertThat(orderWord(null, "  "))
        .isEqualTo(new StatusReport(State.UNKNOWN, null, null, null, null));
  }

  @ParameterizedTest
  @ValueSource(strings = {"KYC_APPROVED", "KYC_STATUS_CHANGED", "PONG"})
  void eventAboutSomethingElse_tellsAnOrderNothing(String event) {
    assertThat(orderWord(event, null))
        .isEqualTo(new StatusReport(State.UNKNOWN, null, null, event, null));
    assertThat(orderWord(event, "PROCESSING").state()).isEqualTo(State.PROCESSING);
  }

  @ParameterizedTest
  @CsvSource({
    "'{\"a\":\"canary\"}', (object)",
    "'[\"canary\"]', (array)",
    "7, (number)",
    "true, (boolean)",
  })
  void statusThatIsNotText_isUndocumented_andItsContentIsNotKept(String status, String kept) {
    String payload = TestDecoder.order("\"eventName\":\"ORDER_COMPLETED\"", "\"status\":" + status);
    assertThat(TestDecoder.observation(payload).status())
        .isEqualTo(new StatusReport(State.UNKNOWN, null, kept, null, kept));
  }
}
