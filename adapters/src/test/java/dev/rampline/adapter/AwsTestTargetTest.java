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
  private static final String MEANT = "123456789012";

  @Test
  void environment_thatSaysNothing_getsAContainer() {
    assertThat(AwsTestTarget.of(Map.of())).isEqualTo(new AwsTestTarget.Container());
    assertThat(AwsTestTarget.of(Map.of("RAMPLINE_AWS_ENDPOINT", "")))
        .isEqualTo(new AwsTestTarget.Container());
  }

  @Test
  void endpoint_isUsedAsItIs() {
    assertThat(AwsTestTarget.of(Map.of("RAMPLINE_AWS_ENDPOINT", "http://127.0.0.1:4566")))
        .isEqualTo(new AwsTestTarget.Endpoint(URI.create("http://127.0.0.1:4566")));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "yes", "12345678901", "1234567890123", "12345678901x"})
  void aws_withoutTheNumberOfAnAccount_isRefusedBeforeAnyCall(String number) {
    Map<String, String> environment =
        Map.of("RAMPLINE_AWS_ENDPOINT", "aws", "RAMPLINE_AWS_ACCOUNT", number);

    assertThatThrownBy(() -> AwsTestTarget.of(environment))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("name the account in RAMPLINE_AWS_ACCOUNT");
  }

  @Test
  void aws_inTheAccountThatIsMeant_isUsed() {
    assertThatCode(() -> account().requireCaller(() -> MEANT)).doesNotThrowAnyException();
  }

  @Test
  void aws_withCredentialsOfAnotherAccount_isRefused() {
    assertThatThrownBy(() -> account().requireCaller(() -> "210987654321"))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("the credentials are of account 210987654321");
  }

  private static AwsTestTarget.Account account() {
    return (AwsTestTarget.Account)
        AwsTestTarget.of(Map.of("RAMPLINE_AWS_ENDPOINT", "aws", "RAMPLINE_AWS_ACCOUNT", MEANT));
  }
}
