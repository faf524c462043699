package dev.rampline.function;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rampline.adapter.configuration.ConfigurationException;
import dev.rampline.rotation.RotationPolicy;
import java.net.URI;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RotationConfigurationTest {
  private static final Map<String, String> REQUIRED_VARIABLES =
      Map.of(
          "RAMPLINE_SECRET_ID", "rampline/keys",
          "RAMPLINE_API_SECRET_ID", "rampline/api",
          "RAMPLINE_PROVIDER_URL", "https://provider.example/api");

  @Test
  void defaults() {
    assertThat(RotationConfiguration.of(REQUIRED_VARIABLES))
        .isEqualTo(
            new RotationConfiguration(
                "rampline/keys",
                "rampline/api",
                URI.create("https://provider.example/api"),
                new RotationPolicy(
                    Duration.ofMinutes(30),
                    Duration.ofDays(7),
                    Duration.ofHours(24),
                    Duration.ofHours(1))));
  }

  @Test
  void all_variables_are_read() {
    Map<String, String> allVariables =
        Map.of(
            "RAMPLINE_SECRET_ID", "arn:aws:secretsmanager:eu-west-1:1:secret:other-AbCdEf",
            "RAMPLINE_API_SECRET_ID", "other/api",
            "RAMPLINE_PROVIDER_URL", "http://127.0.0.1:8082",
            "RAMPLINE_TOKEN_MARGIN", "PT5M",
            "RAMPLINE_TOKEN_AGE", "P1D",
            "RAMPLINE_TOKEN_KEEP", "PT1H",
            "RAMPLINE_TOKEN_LIFETIME", "PT15M");

    assertThat(RotationConfiguration.of(allVariables))
        .isEqualTo(
            new RotationConfiguration(
                "arn:aws:secretsmanager:eu-west-1:1:secret:other-AbCdEf",
                "other/api",
                URI.create("http://127.0.0.1:8082"),
                new RotationPolicy(
                    Duration.ofMinutes(5),
                    Duration.ofDays(1),
                    Duration.ofHours(1),
                    Duration.ofMinutes(15))));
  }

  @ParameterizedTest
  @ValueSource(strings = {"RAMPLINE_SECRET_ID", "RAMPLINE_API_SECRET_ID", "RAMPLINE_PROVIDER_URL"})
  void missing_or_empty_variable_is_named(String variable) {
    assertThatThrownBy(() -> RotationConfiguration.of(with(variable, "")))
        .isInstanceOf(ConfigurationException.class)
        .hasMessageStartingWith(variable + " is missing: set it to ");
  }

  @ParameterizedTest
  @CsvSource({
    "RAMPLINE_SECRET_ID, two words",
    "RAMPLINE_PROVIDER_URL, provider.example",
    "RAMPLINE_PROVIDER_URL, http://provider.example/api",
    "RAMPLINE_PROVIDER_URL, http://127.0.0.1.provider.example",
    "RAMPLINE_PROVIDER_URL, https://user:password@provider.example",
    "RAMPLINE_PROVIDER_URL, https://provider.example/api?apiKey=1",
    "RAMPLINE_PROVIDER_URL, https://provider.example/api#part",
    "RAMPLINE_TOKEN_MARGIN, P2D",
    "RAMPLINE_TOKEN_MARGIN, 30",
    "RAMPLINE_TOKEN_AGE, P366D",
    "RAMPLINE_TOKEN_KEEP, -PT1H",
    "RAMPLINE_TOKEN_LIFETIME, P1Y"
  })
  void invalid_value_is_one_error_that_names_the_variable(String variable, String value) {
    assertThatThrownBy(() -> RotationConfiguration.of(with(variable, value)))
        .isInstanceOf(ConfigurationException.class)
        .hasMessageStartingWith(variable + " is not ")
        .hasMessageNotContaining(value);
  }

  private static Map<String, String> with(String variable, String value) {
    Map<String, String> environment = new HashMap<>(REQUIRED_VARIABLES);
    environment.put(variable, value);
    return environment;
  }
}
