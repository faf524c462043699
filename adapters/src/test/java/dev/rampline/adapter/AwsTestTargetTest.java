package dev.rampline.adapter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AwsTestTargetTest {
  private static final String ACCOUNT_NUMBER = "123456789012";

  @Test
  void emptyEnvironment_selectsAContainer() {
    assertThat(AwsTestTarget.of(Map.of())).isEqualTo(new AwsTestTarget.Container());
    assertThat(AwsTestTarget.of(Map.of("RAMPLINE_AWS_ENDPOINT", "")))
        .isEqualTo(new AwsTestTarget.Container());
  }

  @Test
  void endpoint_isUsedUnchanged() {
    assertThat(AwsTestTarget.of(Map.of("RAMPLINE_AWS_ENDPOINT", "http://127.0.0.1:4566")))
        .isEqualTo(new AwsTestTarget.Endpoint(URI.create("http://127.0.0.1:4566")));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "yes", "12345678901", "1234567890123", "12345678901x"})
  void awsWithoutAnAccountNumber_isRejectedBeforeAnyCall(String number) {
    Map<String, String> environment =
        Map.of("RAMPLINE_AWS_ENDPOINT", "aws", "RAMPLINE_AWS_ACCOUNT", number);

    assertThatThrownBy(() -> AwsTestTarget.of(environment))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("set RAMPLINE_AWS_ACCOUNT");
  }

  @Test
  void awsWithTheSelectedAccount_isUsed() {
    assertThatCode(() -> account().requireCaller(() -> ACCOUNT_NUMBER)).doesNotThrowAnyException();
  }

  @Test
  void awsWithCredentialsOfAnotherAccount_isRejected() {
    assertThatThrownBy(() -> account().requireCaller(() -> "210987654321"))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("the credentials belong to account 210987654321");
  }

  private static AwsTestTarget.Account account() {
    return (AwsTestTarget.Account)
        AwsTestTarget.of(
            Map.of("RAMPLINE_AWS_ENDPOINT", "aws", "RAMPLINE_AWS_ACCOUNT", ACCOUNT_NUMBER));
  }
}
