package dev.rampline.emulator;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.time.InstantSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProviderStateTest {
  private static final String ORDER =
      """
      {"eventName": "%s", "timestamp": "2026-03-01T10:0%d:00Z",
       "data": {"id": "order-1", "status": "%s", "fiatAmount": "%d", "network": "%s"}}""";
  private static final String CUSTOMER =
      """
      {"eventID": "%s", "timestamp": "2026-03-01T10:0%d:00Z",
       "data": {"partnerCustomerId": "customer-1", "kycStatus": "%s"}}""";

  private final ProviderState state = new ProviderState(InstantSource.system());

  @Test
  void lateEvent_addsFields_andChangesNothingElse() {
    apply(ORDER.formatted("ORDER_COMPLETED", 2, "COMPLETED", 100, ""));
    apply(ORDER.formatted("ORDER_PROCESSING", 1, "PROCESSING", 99, "ethereum"));

    ObjectNode order = state.order("order-1").orElseThrow();
    assertThat(order.path("status").asText()).isEqualTo("COMPLETED");
    assertThat(order.path("fiatAmount").asInt()).isEqualTo(100);
    assertThat(order.path("network").asText()).isEqualTo("ethereum");
  }

  @ParameterizedTest
  @CsvSource({"1,2,REJECTED", "1,1,REJECTED", "2,1,APPROVED"})
  void kycStatus_isThatOfTheLaterEvent(int approvedAt, int rejectedAt, String status) {
    apply(CUSTOMER.formatted("KYC_APPROVED", approvedAt, "APPROVED"));
    apply(CUSTOMER.formatted("KYC_REJECTED", rejectedAt, "REJECTED"));

    assertThat(state.kyc("customer-1").orElseThrow().path("status").asText()).isEqualTo(status);
  }

  /** A payload without a time happens now, like those of the provider's samples. */
  @Test
  void eventWithoutTime_isTheLatest() {
    apply(ORDER.formatted("ORDER_COMPLETED", 2, "COMPLETED", 100, "ethereum"));
    apply(
        "{\"eventName\": \"ORDER_FAILED\", \"data\": {\"id\": \"order-1\", \"status\": \"FAILED\"}}");

    assertThat(state.order("order-1").orElseThrow().path("status").asText()).isEqualTo("FAILED");
  }

  private void apply(String payload) {
    state.apply(
        EmulatedPayloadParser.parse(payload, Instant.parse("2026-03-01T11:00:00Z")).orElseThrow());
  }
}
