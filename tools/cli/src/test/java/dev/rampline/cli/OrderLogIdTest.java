package dev.rampline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rampline.event.Subject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Prints log ids without stores. */
class OrderLogIdTest {

  @ParameterizedTest
  @CsvSource({
    "OZZOBiT-order-abc, order/OZZOBiT-order-abc",
    "order/OZZOBiT-order-abc, order/OZZOBiT-order-abc",
    "kyc/customer/customer-42, kyc/customer/sha256:6ce79f927bff9d9c8dfb",
    "kyc/user/u-1, kyc/user/sha256:f1db501c4d51cbb948ff"
  })
  void logId_isThatOfTheLogEntries(String argument, String logId) {
    CommandRun run = CommandRun.of("order", argument, "--log-id");

    assertThat(run.code()).as(run.err()).isZero();
    assertThat(run.out().strip()).isEqualTo(logId);
  }

  @Test
  void idThatTheQueueCannotUse_isFoundToo() {
    CommandRun run = CommandRun.of("order", "kyc/customer/Zoë Müller", "--log-id", "--json");

    assertThat(run.out().strip())
        .isEqualTo("{\"logId\":\"" + Subject.customer("Zoë Müller").logId() + "\"}");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " "})
  void blankId_isRefused(String argument) {
    CommandRun run = CommandRun.of("order", argument);

    assertThat(run.code()).isEqualTo(2);
    assertThat(run.err()).startsWith("ID must not be blank");
  }

  @ParameterizedTest
  @ValueSource(strings = {"kyc/customer/", "kyc/person/1", "order/"})
  void invalidSubject_isRefused(String argument) {
    CommandRun run = CommandRun.of("order", argument, "--log-id");

    assertThat(run.code()).isEqualTo(2);
    assertThat(run.err()).contains("a subject must be order/ID");
  }
}
