package dev.rampline.event;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Operators compute log ids by hand ({@code docs/runbook.md#find-a-customers-log-entries}). */
class SubjectLogIdTest {

  @ParameterizedTest
  @CsvSource({
    "kyc/customer/customer-42, kyc/customer/sha256:6ce79f927bff9d9c8dfb",
    "kyc/customer/jane@example.com, kyc/customer/sha256:4c54c4e1080970f55276",
    "kyc/user/u-1, kyc/user/sha256:f1db501c4d51cbb948ff",
    "kyc/partner-user/p-1, kyc/partner-user/sha256:2f3b253d69486fbfbe27",
    "order/jane@example.com, order/sha256:6d1418bcb9bbe9b5cd6d"
  })
  void logId_isAHash_asSha256sumComputesIt(String subject, String logId) {
    assertThat(new Subject(subject).logId()).isEqualTo(logId);
  }

  @ParameterizedTest
  @ValueSource(strings = {"OZZOBiT-order-abc", "0b9f6a4e-7d5c-4a53-9a0e-1f6f8c2d3e4f", "7"})
  void orderIdInTheProvidersForm_isReadable(String id) {
    assertThat(Subject.order(id).logId()).isEqualTo("order/" + id);
  }

  @ParameterizedTest
  @ValueSource(strings = {"jane@example.com", "Jane Doe", "+4915112345678", "a/b", "é", "a.b.c"})
  void otherOrderId_isHashed(String id) {
    assertThat(Subject.order(id).logId()).matches("order/sha256:[0-9a-f]{20}");
  }

  @Test
  void longOrderId_isHashed() {
    assertThat(Subject.order("a".repeat(65)).logId()).contains("sha256:");
    assertThat(Subject.order("a".repeat(64)).logId()).doesNotContain("sha256:");
  }

  @Test
  void textOfASubject_inExceptionsAndRecords_isItsLogId() {
    Subject customer = Subject.customer("jane@example.com");

    assertThat("of " + customer).isEqualTo("of kyc/customer/sha256:4c54c4e1080970f55276");
  }
}
