package dev.rampline.failure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Pins the texts, which alarms, dashboards, and the runbook use. */
class FailureCauseTest {
  @Test
  void causes_haveTheseTexts() {
    assertThat(Stream.of(FailureCause.values()).map(FailureCause::text))
        .containsExactly(
            "name-not-resolved",
            "connection-refused",
            "connection-failed",
            "tls-failed",
            "timeout",
            "http-3xx",
            "http-401",
            "http-403",
            "http-404",
            "http-429",
            "http-4xx",
            "http-5xx",
            "http-other",
            "response-not-http",
            "response-too-large",
            "response-not-json",
            "response-incomplete",
            "interrupted",
            "no-time-left",
            "keys-unavailable",
            "no-credentials",
            "write-races-lost",
            "ledger-unavailable",
            "internal-error");
  }

  @Test
  void cause_isFoundByItsText() {
    for (FailureCause cause : FailureCause.values()) {
      assertThat(FailureCause.find(cause.text())).contains(cause);
    }
    assertThat(FailureCause.find("java.io.IOException")).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "301, http-3xx",
    "400, http-4xx",
    "401, http-401",
    "403, http-403",
    "404, http-404",
    "418, http-4xx",
    "429, http-429",
    "500, http-5xx",
    "503, http-5xx",
    "204, http-other",
    "999, http-other"
  })
  void status_hasACause_andIsDescribedExactly(int status, String text) {
    CallFailure failure = CallFailure.ofStatus(status);

    assertThat(failure.cause().text()).isEqualTo(text);
    assertThat(failure.description()).isEqualTo("HTTP status " + status);
  }

  @Test
  void failureWithoutResponse_isDescribedByItsCause() {
    assertThat(CallFailure.of(FailureCause.NAME_NOT_RESOLVED).description())
        .isEqualTo("the host name does not resolve");
    assertThat(new CallFailure(FailureCause.RESPONSE_NOT_JSON, 200).description())
        .isEqualTo("the response is not JSON");
  }
}
