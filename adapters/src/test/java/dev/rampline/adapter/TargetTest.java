package dev.rampline.adapter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TargetTest {
  private static final String MEANT = "123456789012";

  @Test
  void environment_thatSaysNothing_getsAContainer() {
    assertThat(Target.of(Map.of())).isEqualTo(new Target.Container());
    assertThat(Target.of(Map.of("RAMPLINE_AWS_ENDPOINT", ""))).isEqualTo(new Target.Container());
  }

  @Test
  void endpoint_isUsedAsItIs() {
    assertThat(Target.of(Map.of("RAMPLINE_AWS_ENDPOINT", "http://127.0.0.1:4566")))
        .isEqualTo(new Target.Endpoint(URI.create("http://127.0.0.1:4566")));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "yes", "12345678901", "1234567890123", "12345678901x"})
  void aws_withoutTheNumberOfAnAccount_isRefusedBeforeAnyCall(String number) {
    Map<String, String> environment =
        Map.of("RAMPLINE_AWS_ENDPOINT", "aws", "RAMPLINE_AWS_ACCOUNT", number);

    assertThatThrownBy(() -> Target.of(environment))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("name the account in RAMPLINE_AWS_ACCOUNT");
  }

  @Test
  void aws_inTheAccountThatIsMeant_isUsed() {
    assertThatCode(() -> account().admit(() -> MEANT)).doesNotThrowAnyException();
  }

  @Test
  void aws_withCredentialsOfAnotherAccount_isRefused() {
    assertThatThrownBy(() -> account().admit(() -> "210987654321"))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("the credentials are of account 210987654321");
  }

  private static Target.Account account() {
    return (Target.Account)
        Target.of(Map.of("RAMPLINE_AWS_ENDPOINT", "aws", "RAMPLINE_AWS_ACCOUNT", MEANT));
  }
}
