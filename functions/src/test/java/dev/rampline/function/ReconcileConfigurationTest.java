package dev.rampline.function;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rampline.adapter.configuration.ConfigurationException;
import dev.rampline.adapter.configuration.ProviderSettings;
import dev.rampline.adapter.ozzobit.EndpointAuth;
import dev.rampline.adapter.ozzobit.ProviderAuth;
import dev.rampline.reconcile.LookbackWindow;
import java.net.URI;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReconcileConfigurationTest {
  private static final Map<String, String> ALL_VARIABLES =
      Map.of(
          "RAMPLINE_TABLE", "rampline-ledger",
          "RAMPLINE_QUEUE_URL", "https://sqs.eu-west-1.example/1/rampline-events.fifo",
          "RAMPLINE_SECRET_ID", "rampline/keys",
          "RAMPLINE_RETRY_QUEUE_URL", "https://sqs.eu-west-1.example/1/rampline-retry",
          "RAMPLINE_QUARANTINE_QUEUE_URL", "https://sqs.eu-west-1.example/1/rampline-quarantine",
          "RAMPLINE_PROVIDER_URL", "http://127.0.0.1:8082/api",
          "RAMPLINE_PROVIDER_AUTH", "query-key",
          "RAMPLINE_PROVIDER_RATE", "1000",
          "RAMPLINE_RECONCILE_OVERLAP", "PT0S",
          "RAMPLINE_RECONCILE_LOOKBACK", "P3650D");

  @Test
  void all_variables_are_read() {
    ReconcileConfiguration configuration = ReconcileConfiguration.of(ALL_VARIABLES);

    assertThat(configuration.ingest()).isEqualTo(WebhookConfiguration.of(ALL_VARIABLES).ingest());
    assertThat(configuration.keys()).isEqualTo(WebhookConfiguration.of(ALL_VARIABLES).keys());
    assertThat(configuration.provider())
        .isEqualTo(
            new ProviderSettings(
                URI.create("http://127.0.0.1:8082/api"),
                EndpointAuth.all(ProviderAuth.QUERY_KEY),
                1000,
                new LookbackWindow(Duration.ZERO, Duration.ofDays(3650))));
  }

  @ParameterizedTest
  @CsvSource({
    "RAMPLINE_PROVIDER_URL, ''",
    "RAMPLINE_PROVIDER_URL, ftp://provider.example",
    "RAMPLINE_PROVIDER_URL, http://provider.example/api",
    "RAMPLINE_PROVIDER_URL, https://provider.example/api?apiKey=canary",
    "RAMPLINE_PROVIDER_URL, https://canary@provider.example/api",
    "RAMPLINE_PROVIDER_AUTH, none",
    "RAMPLINE_PROVIDER_RATE, 0",
    "RAMPLINE_PROVIDER_RATE, 1001",
    "RAMPLINE_PROVIDER_RATE, 2.5",
    "RAMPLINE_RECONCILE_OVERLAP, P2D",
    "RAMPLINE_RECONCILE_LOOKBACK, -P1D"
  })
  void invalid_value_is_one_error_that_names_the_variable(String variable, String value) {
    Map<String, String> environment = new HashMap<>(ALL_VARIABLES);
    environment.put(variable, value);

    assertThatThrownBy(() -> ReconcileConfiguration.of(environment))
        .isInstanceOf(ConfigurationException.class)
        .hasMessageStartingWith(variable + " is ")
        .hasMessageNotContaining("canary");
  }
}
