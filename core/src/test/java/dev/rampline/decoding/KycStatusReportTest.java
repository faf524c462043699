package dev.rampline.decoding;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rampline.event.State;
import dev.rampline.event.StatusReport;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Follows {@code docs/provider-api.md#kyc-values}. */
class KycStatusReportTest {
  @ParameterizedTest
  @CsvSource({
    "NOT_SUBMITTED, NOT_SUBMITTED",
    "NONE, NOT_SUBMITTED",
    "SUBMITTED, SUBMITTED",
    "PENDING, SUBMITTED",
    "IN_REVIEW, SUBMITTED",
    "PROCESSING, SUBMITTED",
    "APPROVED, APPROVED",
    "approved, APPROVED",
    "VERIFIED, APPROVED",
    "REJECTED, REJECTED",
    "FAILED, REJECTED",
    "RETRY, RETRY",
    "RETRY_NEEDED, RETRY",
    "RETRY_REQUIRED, RETRY",
    "KYC_RETRY_REQUESTED, RETRY",
    "RESUBMISSION_REQUIRED, RETRY",
  })
  void status_determinesTheState(String status, State state) {
    assertThat(report("KYC_STATUS_CHANGED", "\"kycStatus\":\"" + status + "\""))
        .isEqualTo(new StatusReport(state, null, null, "KYC_STATUS_CHANGED", status));
  }

  @ParameterizedTest
  @CsvSource({
    "KYC_SUBMITTED, SUBMITTED",
    "KYC_APPROVED, APPROVED",
    "KYC_REJECTED, REJECTED",
    "KYC_RETRY, RETRY",
    "Kyc_Retry_Needed, RETRY",
    "KYC_STATUS_CHANGED, UNKNOWN",
    "PONG, UNKNOWN",
  })
  void eventName_withoutStatus_determinesTheState(String event, State state) {
    assertThat(report(event)).isEqualTo(new StatusReport(state, null, null, event, null));
  }

  @ParameterizedTest
  @ValueSource(strings = {"kycStatus", "newStatus", "status"})
  void status_isFoundUnderEveryName(String name) {
    assertThat(report("KYC_SUBMITTED", "\"%s\":\"APPROVED\"".formatted(name)).state())
        .isEqualTo(State.APPROVED);
  }

  @Test
  void status_underTwoNames_isReadFromThePreferredOne() {
    StatusReport report =
        report("KYC_STATUS_CHANGED", "\"status\":\"PENDING\"", "\"newStatus\":\"REJECTED\"");
    assertThat(report.rawStatus()).isEqualTo("REJECTED");
    StatusReport other =
        report("KYC_STATUS_CHANGED", "\"newStatus\":\"RETRY\"", "\"kycStatus\":\"NONE\"");
    assertThat(other.rawStatus()).isEqualTo("NONE");
  }

  @Test
  void undocumentedStatus_isUnknown_withAnyEventName() {
    assertThat(report("KYC_APPROVED", "\"kycStatus\":\"COMPLETED\""))
        .isEqualTo(new StatusReport(State.UNKNOWN, null, "COMPLETED", "KYC_APPROVED", "COMPLETED"));
  }

  @Test
  void undocumentedEventName_isReported_andTheStatusDetermines() {
    assertThat(report("KYC_BLESSED", "\"kycStatus\":\"APPROVED\""))
        .isEqualTo(
            new StatusReport(State.APPROVED, null, "KYC_BLESSED", "KYC_BLESSED", "APPROVED"));
  }

  @Test
  void kycOfACustomer_hasItsIds_butNoOrderFields() {
    String payload =
        TestDecoder.kyc(
            "\"partnerUserId\":\"p\"",
            "\"userId\":5",
            "\"fiatAmount\":1",
            "\"fromWalletAddress\":\"w\"");
    assertThat(TestDecoder.values(payload))
        .isEqualTo(Map.of("partnerCustomerId", "c-1", "partnerUserId", "p", "userId", "5"));
  }

  private static StatusReport report(String event, String... members) {
    String body = TestDecoder.kyc(members);
    String payload = "{\"eventName\":\"%s\",%s".formatted(event, body.substring(1));
    return TestDecoder.event(payload).status();
  }
}
