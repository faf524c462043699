package dev.rampline.decoding;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rampline.event.State;
import dev.rampline.event.StatusReport;
import java.util.List;
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
  })
  void eventName_withoutStatus_determinesTheState(String event, State state) {
    assertThat(report(event)).isEqualTo(new StatusReport(state, null, null, event, null));
  }

  @ParameterizedTest
  @ValueSource(strings = {"kycStatus", "newStatus", "kyc_status", "new_status", "status"})
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
        report("KYC_STATUS_CHANGED", "\"newStatus\":\"RETRY\"", "\"kycStatus\":\"RETRY_NEEDED\"");
    assertThat(other.rawStatus()).isEqualTo("RETRY_NEEDED");
  }

  @Test
  void contradictoryStatuses_areWithheld() {
    String event = "KYC_STATUS_CHANGED";
    String[] members = {"\"kycStatus\":\"APPROVED\"", "\"newStatus\":\"REJECTED\""};
    assertThat(report(event, members))
        .isEqualTo(
            new StatusReport(
                State.UNKNOWN, null, "APPROVED, REJECTED", event, "APPROVED, REJECTED"));
    assertThat(result(event, members).withheld()).isTrue();
  }

  @ParameterizedTest
  @CsvSource({
    "KYC_APPROVED, REJECTED",
    "KYC_APPROVED, PENDING",
    "KYC_REJECTED, APPROVED",
    "KYC_REJECTED, PROCESSING",
    "KYC_RETRY, APPROVED",
  })
  void verdictOfTheEvent_besideAnotherState_isWithheld(String event, String status) {
    for (String name : List.of("kycStatus", "status")) {
      String member = "\"%s\":\"%s\"".formatted(name, status);
      String term = event + ", " + status;
      assertThat(report(event, member))
          .isEqualTo(new StatusReport(State.UNKNOWN, null, term, event, status));
      assertThat(result(event, member).withheld()).isTrue();
    }
  }

  @Test
  void rejection_mayBeARequestToTryAgain() {
    assertThat(report("KYC_REJECTED", "\"kycStatus\":\"RETRY_NEEDED\"").state())
        .isEqualTo(State.RETRY);
  }

  @ParameterizedTest
  @ValueSource(strings = {"FAILED", "COMPLETED", "PROCESSING"})
  void statusOfAnOrder_isNotTheCustomers(String status) {
    String order = "\"order\":{\"id\":\"o-1\",\"status\":\"%s\"}".formatted(status);
    assertThat(report("KYC_APPROVED", order))
        .isEqualTo(new StatusReport(State.APPROVED, null, null, "KYC_APPROVED", null));
    assertThat(result("KYC_STATUS_CHANGED", order).withheld()).isTrue();
    assertThat(report("KYC_STATUS_CHANGED", order, "\"status\":\"APPROVED\"").state())
        .isEqualTo(State.APPROVED);
  }

  @ParameterizedTest
  @CsvSource({
    "KYC_APPROVED, COMPLETED",
    "KYC_SUBMITTED, MYSTERY",
    "KYC_STATUS_CHANGED, MYSTERY",
  })
  void undocumentedStatus_isWithheld_whateverTheEvent(String event, String status) {
    String member = "\"kycStatus\":\"" + status + "\"";
    assertThat(report(event, member))
        .isEqualTo(new StatusReport(State.UNKNOWN, null, status, event, status));
    assertThat(result(event, member).withheld()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"APPROVED", "REJECTED", "SUBMITTED", "RETRY"})
  void status_besideAnUndocumentedEvent_isWithheld(String status) {
    for (String name : List.of("kycStatus", "newStatus")) {
      String member = "\"%s\":\"%s\"".formatted(name, status);
      assertThat(report("KYC_BLESSED", member))
          .isEqualTo(new StatusReport(State.UNKNOWN, null, "KYC_BLESSED", "KYC_BLESSED", status));
      assertThat(result("CUSTOMER_NEWS", member).withheld()).isTrue();
    }
  }

  @Test
  void changeWithoutAStatus_isWithheld() {
    assertThat(report("KYC_STATUS_CHANGED"))
        .isEqualTo(
            new StatusReport(
                State.UNKNOWN, null, "KYC_STATUS_CHANGED", "KYC_STATUS_CHANGED", null));
    assertThat(result("KYC_STATUS_CHANGED").withheld()).isTrue();
  }

  @Test
  void kycOfACustomer_hasItsIds_butNoOrderFields() {
    String payload =
        TestDecoder.kyc(
            "\"kycStatus\":\"APPROVED\"",
            "\"partnerUserId\":\"p\"",
            "\"userId\":5",
            "\"fiatAmount\":1",
            "\"fromWalletAddress\":\"w\"");
    assertThat(TestDecoder.values(payload))
        .isEqualTo(Map.of("partnerCustomerId", "c-1", "partnerUserId", "p", "userId", "5"));
  }

  private static StatusReport report(String event, String... members) {
    return result(event, members).event().status();
  }

  private static DecodingResult.WithEvent result(String event, String... members) {
    String body = TestDecoder.kyc(members);
    return TestDecoder.result("{\"eventName\":\"%s\",%s".formatted(event, body.substring(1)));
  }
}
