package dev.rampline.subscriber.tracing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rampline.adapter.configuration.ConfigurationException;
import dev.rampline.adapter.configuration.EnvironmentVariables;
import dev.rampline.verification.Secret;
import java.net.URI;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OtlpSettingsTest {
  private static final String ENDPOINT = "OTEL_EXPORTER_OTLP_ENDPOINT";
  private static final String HEADERS = "OTEL_EXPORTER_OTLP_HEADERS";

  @Test
  void export_isOff_withoutAnEndpoint() {
    assertThat(settings(Map.of())).isEmpty();
    assertThat(settings(Map.of(ENDPOINT, " ", HEADERS, "invalid"))).isEmpty();
  }

  @Test
  void all_variables_are_read() {
    assertThat(
            settings(
                Map.of(
                    ENDPOINT,
                    "https://otlp.example/base",
                    HEADERS,
                    "Authorization=Basic%20a+b==, x-scope = 1",
                    "RAMPLINE_NAME",
                    "partner")))
        .contains(
            new OtlpSettings(
                URI.create("https://otlp.example/base"),
                Map.of(
                    "Authorization",
                    new Secret("Basic a+b==", null),
                    "x-scope",
                    new Secret("1", null)),
                "partner-subscriber"));
  }

  @Test
  void endpoint_ofACollector_needsNoTls() {
    assertThat(settings(Map.of(ENDPOINT, "http://collector:4318")).orElseThrow())
        .isEqualTo(
            new OtlpSettings(URI.create("http://collector:4318"), Map.of(), "rampline-subscriber"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          https://otlp.example        | true
          http://127.0.0.1:4318       | true
          http://localhost            | true
          http://localhost.canary     | false
          http://127.0.0.1.canary/    | false
          http://collector:4318       | false
          """)
  void headers_needTls_exceptOnLoopback(String endpoint, boolean accepted) {
    Map<String, String> variables = Map.of(ENDPOINT, endpoint, HEADERS, "api-key=canary");

    if (accepted) {
      assertThat(settings(variables)).isPresent();
    } else {
      assertThatThrownBy(() -> settings(variables))
          .isInstanceOf(ConfigurationException.class)
          .hasMessageStartingWith(HEADERS + " needs an https URL in " + ENDPOINT)
          .hasMessageNotContaining("canary");
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          OTEL_EXPORTER_OTLP_ENDPOINT | otlp.example
          OTEL_EXPORTER_OTLP_ENDPOINT | grpc://otlp.example
          OTEL_EXPORTER_OTLP_ENDPOINT | https://canary@otlp.example
          OTEL_EXPORTER_OTLP_ENDPOINT | https://otlp.example/?key=canary
          OTEL_EXPORTER_OTLP_ENDPOINT | https://canary..example
          OTEL_EXPORTER_OTLP_ENDPOINT | https://otlp.example:65536
          OTEL_EXPORTER_OTLP_HEADERS  | canary
          OTEL_EXPORTER_OTLP_HEADERS  | api-key=
          OTEL_EXPORTER_OTLP_HEADERS  | api-key=canary,
          OTEL_EXPORTER_OTLP_HEADERS  | api key=canary
          OTEL_EXPORTER_OTLP_HEADERS  | api-key=canary%4
          OTEL_EXPORTER_OTLP_HEADERS  | api-key=canary%0Ax:y
          OTEL_EXPORTER_OTLP_HEADERS  | api-key=Bearer canary
          """)
  void invalidValue_isOneErrorThatNamesTheVariable(String variable, String value) {
    assertThatThrownBy(
            () ->
                settings(
                    variable.equals(ENDPOINT)
                        ? Map.of(ENDPOINT, value)
                        : Map.of(ENDPOINT, "https://otlp.example", HEADERS, value)))
        .isInstanceOf(ConfigurationException.class)
        .hasMessageStartingWith(variable + " is not ")
        .hasMessageNotContaining("canary");
  }

  @Test
  void headers_doNotPrint() {
    assertThat(settings(Map.of(ENDPOINT, "https://otlp.example", HEADERS, "api-key=canary")))
        .asString()
        .contains("api-key")
        .doesNotContain("canary");
  }

  private static Optional<OtlpSettings> settings(Map<String, String> variables) {
    return OtlpSettings.of(new EnvironmentVariables(variables));
  }
}
