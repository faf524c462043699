package dev.rampline.decoding;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rampline.event.EventFields;
import dev.rampline.event.State;
import dev.rampline.event.StatusReport;
import dev.rampline.event.Subject;
import dev.rampline.event.VerifiedEvent;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The three payloads of the provider's Webhooks page, as printed there. */
class SamplesTest {
  private static final String ORDER_COMPLETED =
      """
      {
        "eventName": "ORDER_COMPLETED",
        "data": {
          "partnerOrderId": "your-order-123",
          "id": "OZZOBiT-order-abc",
          "status": "COMPLETED",
          "fiatCurrency": "USD",
          "fiatAmount": 100.00,
          "cryptoCurrency": "ETH",
          "cryptoAmount": 0.045,
          "fromWalletAddress": null,
          "toWalletAddress": "0x742d35Cc6634C0532925a3b844Bc9e7595f8bD21",
          "network": "ethereum",
          "walletAddress": "0x742d35Cc6634C0532925a3b844Bc9e7595f8bD21",
          "createdAt": "2024-01-15T10:30:00Z",
          "completedAt": "2024-01-15T10:32:15Z"
        }
      }
      """;

  private static final String ORDER_FAILED =
      """
      {
        "eventName": "ORDER_FAILED",
        "data": {
          "partnerOrderId": "your-order-456",
          "id": "OZZOBiT-order-def",
          "status": "FAILED",
          "failureMessage": "Payment declined by issuing bank",
          "fiatCurrency": "USD",
          "fiatAmount": 50.00,
          "createdAt": "2024-01-15T11:00:00Z"
        }
      }
      """;

  private static final String KYC_APPROVED =
      """
      {
        "eventName": "KYC_APPROVED",
        "data": {
          "kycStatus": "APPROVED",
          "eventID": "KYC_APPROVED",
          "partnerUserId": "0870c29f-75a8-4091-a068-775fa4577172",
          "partnerCustomerId": "12345"
        }
      }
      """;

  @Test
  void orderCompleted_isDecodedCompletely() {
    Map<String, String> values =
        Map.ofEntries(
            Map.entry("orderId", "OZZOBiT-order-abc"),
            Map.entry("partnerOrderId", "your-order-123"),
            Map.entry("fiatCurrency", "USD"),
            Map.entry("fiatAmount", "100"),
            Map.entry("cryptoCurrency", "ETH"),
            Map.entry("cryptoAmount", "0.045"),
            Map.entry("walletAddress", "0x742d35Cc6634C0532925a3b844Bc9e7595f8bD21"),
            Map.entry("network", "ethereum"),
            Map.entry("createdAt", "2024-01-15T10:30:00Z"),
            Map.entry("completedAt", "2024-01-15T10:32:15Z"));
    assertThat(TestDecoder.decoding(ORDER_COMPLETED))
        .isEqualTo(
            decoded(
                Subject.order("OZZOBiT-order-abc"),
                new StatusReport(State.COMPLETED, null, null, "ORDER_COMPLETED", "COMPLETED"),
                values,
                Instant.parse("2024-01-15T10:32:15Z")));
  }

  @Test
  void orderFailed_isDecodedCompletely_withoutAnEventTime() {
    VerifiedEvent event = TestDecoder.event(ORDER_FAILED);
    assertThat(event.subject()).isEqualTo(Subject.order("OZZOBiT-order-def"));
    assertThat(event.status())
        .isEqualTo(new StatusReport(State.FAILED, null, null, "ORDER_FAILED", "FAILED"));
    assertThat(event.occurredAt()).isNull();
    assertThat(event.fields().values())
        .isEqualTo(
            Map.of(
                "orderId", "OZZOBiT-order-def",
                "partnerOrderId", "your-order-456",
                "failureReason", "Payment declined by issuing bank",
                "fiatCurrency", "USD",
                "fiatAmount", "50",
                "createdAt", "2024-01-15T11:00:00Z"));
  }

  @Test
  void kycApproved_isAboutTheCustomer() {
    Map<String, String> values =
        Map.of(
            "partnerCustomerId", "12345",
            "partnerUserId", "0870c29f-75a8-4091-a068-775fa4577172");
    VerifiedEvent event = TestDecoder.event(KYC_APPROVED);
    assertThat(event.subject()).isEqualTo(Subject.customer("12345"));
    assertThat(event.status())
        .isEqualTo(new StatusReport(State.APPROVED, null, null, "KYC_APPROVED", "APPROVED"));
    assertThat(event.fields()).isEqualTo(new EventFields(values, Set.of()));
    assertThat(event.occurredAt()).isNull();
  }

  private static DecodingResult decoded(
      Subject subject, StatusReport report, Map<String, String> values, Instant occurredAt) {
    EventFields fields = new EventFields(values, Set.of());
    return new DecodingResult.WithEvent(
        new VerifiedEvent(subject, report, fields, occurredAt, TestDecoder.METADATA), 0);
  }
}
