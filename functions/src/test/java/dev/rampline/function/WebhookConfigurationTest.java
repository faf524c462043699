package dev.rampline.function;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rampline.adapter.configuration.ConfigurationException;
import dev.rampline.adapter.configuration.IngestSettings;
import dev.rampline.adapter.configuration.KeysLocation;
import dev.rampline.adapter.configuration.PublishingSettings;
import dev.rampline.decoding.Vocabulary;
import dev.rampline.event.State;
import dev.rampline.lifecycle.LookupScope;
import dev.rampline.verification.Secret;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WebhookConfigurationTest {
  private static final String QUEUE = "https://sqs.eu-west-1.example/1/rampline-events.fifo";
  private static final String RETRY = "https://sqs.eu-west-1.example/1/rampline-retry";
  private static final String QUARANTINE = "https://sqs.eu-west-1.example/1/rampline-quarantine";
  private static final Map<String, String> REQUIRED_VARIABLES =
      Map.of(
          "RAMPLINE_TABLE",
          "rampline-ledger",
          "RAMPLINE_QUEUE_URL",
          QUEUE,
          "RAMPLINE_SECRET_ID",
          "rampline/keys",
          "RAMPLINE_RETRY_QUEUE_URL",
          RETRY,
          "RAMPLINE_QUARANTINE_QUEUE_URL",
          QUARANTINE);

  @Test
  void defaults() {
    assertThat(WebhookConfiguration.of(REQUIRED_VARIABLES))
        .isEqualTo(
            new WebhookConfiguration(
                new IngestSettings(
                    "rampline-ledger",
                    Vocabulary.DOCUMENTED,
                    Set.of(),
                    Duration.ofSeconds(3),
                    new PublishingSettings(QUEUE, "production"),
                    1,
                    LookupScope.NONE),
                new KeysLocation.SecretsManager("rampline/keys", null),
                Duration.ofMinutes(5),
                RETRY,
                QUARANTINE,
                false));
  }

  @Test
  void all_variables_are_read() {
    Map<String, String> allVariables =
        Map.ofEntries(
            Map.entry("RAMPLINE_FIRST_VERSION", "1795000000"),
            Map.entry("RAMPLINE_TABLE", "other-ledger"),
            Map.entry("RAMPLINE_QUEUE_URL", "http://127.0.0.1:9324/0/other.fifo"),
            Map.entry("RAMPLINE_RETRY_QUEUE_URL", "http://127.0.0.1:9324/0/other"),
            Map.entry("RAMPLINE_QUARANTINE_QUEUE_URL", "http://127.0.0.1:9324/0/kept"),
            Map.entry("RAMPLINE_KEYS", "{}"),
            Map.entry("RAMPLINE_SAMPLE_KEYS", "accept"),
            Map.entry("RAMPLINE_ORIGIN_CHECK", "on"),
            Map.entry("RAMPLINE_ENVIRONMENT", "staging"),
            Map.entry("RAMPLINE_EXTRA_FIELDS", "campaign, _utm.source ,ref-1"),
            Map.entry("RAMPLINE_CLOCK_LEEWAY", "PT0S"),
            Map.entry("RAMPLINE_LEDGER_BUDGET", "PT1.5S"));

    assertThat(WebhookConfiguration.of(allVariables))
        .isEqualTo(
            new WebhookConfiguration(
                new IngestSettings(
                    "other-ledger",
                    Vocabulary.DOCUMENTED,
                    Set.of("campaign", "_utm.source", "ref-1"),
                    Duration.ofMillis(1500),
                    new PublishingSettings("http://127.0.0.1:9324/0/other.fifo", "staging"),
                    1795000000,
                    LookupScope.NONE),
                new KeysLocation.Inline(new Secret("{}", null), true),
                Duration.ZERO,
                "http://127.0.0.1:9324/0/other",
                "http://127.0.0.1:9324/0/kept",
                true));
  }

  @ParameterizedTest
  @CsvSource({", CONFIRM", "true, CONFIRM", "false, OPEN"})
  void confirmation_can_be_switched_off(@Nullable String value, LookupScope scope) {
    Map<String, String> variables = new HashMap<>(REQUIRED_VARIABLES);
    variables.put("RAMPLINE_PROVIDER_URL", "https://provider.example/api");
    variables.put("RAMPLINE_CONFIRM_STATES", value == null ? "" : value);

    assertThat(WebhookConfiguration.of(variables).ingest().lookups()).isEqualTo(scope);
  }

  @Test
  void relay_needs_only_its_queues() {
    Map<String, String> environment =
        Map.of("RAMPLINE_QUEUE_URL", QUEUE, "RAMPLINE_RELAY_DEAD_QUEUE_URL", "https://sqs/dead");

    assertThat(RelayConfiguration.of(environment))
        .isEqualTo(
            new RelayConfiguration(
                new PublishingSettings(QUEUE, "production"), "https://sqs/dead", Optional.empty()));
  }

  @Test
  void relay_has_a_topic_if_one_is_set() {
    String topic = "arn:aws:sns:eu-central-1:123456789012:rampline-events.fifo";
    Map<String, String> environment = new HashMap<>();
    environment.put("RAMPLINE_QUEUE_URL", QUEUE);
    environment.put("RAMPLINE_RELAY_DEAD_QUEUE_URL", "https://sqs/dead");

    environment.put("RAMPLINE_TOPIC_ARN", "");
    assertThat(RelayConfiguration.of(environment).topicArn()).isEmpty();
    environment.put("RAMPLINE_TOPIC_ARN", topic);
    assertThat(RelayConfiguration.of(environment).topicArn()).contains(topic);
    environment.put("RAMPLINE_TOPIC_ARN", topic.replace(".fifo", ""));
    assertThatThrownBy(() -> RelayConfiguration.of(environment))
        .isInstanceOf(ConfigurationException.class)
        .hasMessageContaining("RAMPLINE_TOPIC_ARN");
  }

  @Test
  void retry_needs_no_keys() {
    Map<String, String> environment = new HashMap<>(with("RAMPLINE_SECRET_ID", ""));
    environment.put("RAMPLINE_RETRY_DEAD_QUEUE_URL", "https://sqs/dead");

    assertThat(RetryConfiguration.of(environment))
        .isEqualTo(
            new RetryConfiguration(
                WebhookConfiguration.of(REQUIRED_VARIABLES).ingest(),
                RETRY,
                "https://sqs/dead",
                QUARANTINE));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "RAMPLINE_TABLE",
        "RAMPLINE_QUEUE_URL",
        "RAMPLINE_SECRET_ID",
        "RAMPLINE_RETRY_QUEUE_URL",
        "RAMPLINE_QUARANTINE_QUEUE_URL"
      })
  void missing_or_empty_variable_is_named(String variable) {
    for (String absent : new String[] {"", " "}) {
      assertThatThrownBy(() -> WebhookConfiguration.of(with(variable, absent)))
          .isInstanceOf(ConfigurationException.class)
          .hasMessageStartingWith(variable + " is missing");
    }
  }

  @Test
  void empty_variable_counts_as_absent() {
    assertThat(WebhookConfiguration.of(with("RAMPLINE_KEYS", "")).keys())
        .isEqualTo(new KeysLocation.SecretsManager("rampline/keys", null));
    assertThat(WebhookConfiguration.of(with("RAMPLINE_CLOCK_LEEWAY", "")).clockLeeway())
        .isEqualTo(Duration.ofMinutes(5));
  }

  @Test
  void keys_beside_a_secret_are_rejected_and_not_printed() {
    assertThatThrownBy(() -> WebhookConfiguration.of(with("RAMPLINE_KEYS", "canary")))
        .isInstanceOf(ConfigurationException.class)
        .hasMessage("RAMPLINE_KEYS is set beside RAMPLINE_SECRET_ID: unset one of them");
  }

  @Test
  void sample_keys_are_accepted_only_without_a_secret() {
    assertThatThrownBy(() -> WebhookConfiguration.of(with("RAMPLINE_SAMPLE_KEYS", "accept")))
        .isInstanceOf(ConfigurationException.class)
        .hasMessage("RAMPLINE_SAMPLE_KEYS is set beside RAMPLINE_SECRET_ID: unset one of them");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          RAMPLINE_SAMPLE_KEYS   | yes
          RAMPLINE_ORIGIN_CHECK  | true
          RAMPLINE_TABLE         | no/such table
          RAMPLINE_QUEUE_URL     | rampline-events.fifo
          RAMPLINE_QUEUE_URL     | https://sqs.example/1/standard
          RAMPLINE_RETRY_QUEUE_URL | rampline-retry
          RAMPLINE_RETRY_QUEUE_URL | https://sqs.example/1/events.fifo
          RAMPLINE_QUARANTINE_QUEUE_URL | rampline-quarantine
          RAMPLINE_ENVIRONMENT   | a/b
          RAMPLINE_EXTRA_FIELDS  | one,,two
          RAMPLINE_EXTRA_FIELDS  | 1st
          RAMPLINE_EXTRA_FIELDS  | naïve
          RAMPLINE_EXTRA_FIELDS  | a,b,c,d,e,f,g,h,i,j,k,l,m,n,o,p,q
          RAMPLINE_CLOCK_LEEWAY  | 300
          RAMPLINE_CLOCK_LEEWAY  | PT-1S
          RAMPLINE_CLOCK_LEEWAY  | PT24H0.001S
          RAMPLINE_LEDGER_BUDGET | PT61S
          RAMPLINE_LEDGER_BUDGET | P1Y
          """)
  void invalid_value_is_one_error_that_names_the_variable(String variable, String value) {
    assertThatThrownBy(() -> WebhookConfiguration.of(with(variable, value)))
        .isInstanceOf(ConfigurationException.class)
        .hasMessageStartingWith(variable + " is not ")
        .hasMessageNotContaining(value);
  }

  @Test
  void vocabulary_is_read_and_an_invalid_one_says_what_to_change() {
    String setting = "{\"events\":{\"ORDER_SETTLED\":\"completed\"}}";
    assertThat(
            WebhookConfiguration.of(with("RAMPLINE_VOCABULARY", setting))
                .ingest()
                .vocabulary()
                .event("ORDER_SETTLED")
                .orElseThrow()
                .state())
        .isEqualTo(State.COMPLETED);
    assertThatThrownBy(
            () ->
                WebhookConfiguration.of(
                    with("RAMPLINE_VOCABULARY", setting.replace("completed", "done"))))
        .isInstanceOf(ConfigurationException.class)
        .hasMessageStartingWith(
            "RAMPLINE_VOCABULARY: events.ORDER_SETTLED: \"done\" is not one of awaiting-payment,");
  }

  @Test
  void sixteen_names_of_64_characters_are_accepted() {
    String names = "a,b,c,d,e,f,g,h,i,j,k,l,m,n,o," + "p".repeat(64);

    assertThat(WebhookConfiguration.of(with("RAMPLINE_EXTRA_FIELDS", names)).ingest().extraFields())
        .hasSize(16);
    assertThatThrownBy(() -> WebhookConfiguration.of(with("RAMPLINE_EXTRA_FIELDS", names + "p")))
        .isInstanceOf(ConfigurationException.class);
  }

  @Test
  void keys_do_not_print() {
    Map<String, String> local = new HashMap<>(with("RAMPLINE_SECRET_ID", ""));
    local.put("RAMPLINE_KEYS", "canary");

    assertThat(WebhookConfiguration.of(local).toString()).doesNotContain("canary");
  }

  private static Map<String, String> with(String variable, String value) {
    Map<String, String> environment = new HashMap<>(REQUIRED_VARIABLES);
    environment.put(variable, value);
    return environment;
  }
}
