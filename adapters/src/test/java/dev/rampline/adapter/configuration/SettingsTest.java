package dev.rampline.adapter.configuration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rampline.adapter.ozzobit.EndpointAuth;
import dev.rampline.adapter.ozzobit.ProviderAuth;
import dev.rampline.decoding.Vocabulary;
import dev.rampline.lifecycle.LookupScope;
import dev.rampline.reconcile.LookbackWindow;
import dev.rampline.verification.Secret;
import java.net.URI;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Reads settings from environment variables: defaults, values, and limits. */
class SettingsTest {
  private static final String QUEUE = "https://sqs.eu-west-1.amazonaws.com/1/events.fifo";
  private static final Map<String, String> INGEST =
      Map.of("RAMPLINE_TABLE", "ledger", "RAMPLINE_QUEUE_URL", QUEUE);
  private static final Map<String, String> PROVIDER =
      Map.of("RAMPLINE_PROVIDER_URL", "https://api.example.com/base");

  @Test
  void ingestSettings_haveDefaults() {
    assertThat(IngestSettings.of(variables(INGEST)))
        .isEqualTo(
            new IngestSettings(
                "ledger",
                Vocabulary.DOCUMENTED,
                Set.of(),
                Duration.ofSeconds(3),
                new PublishingSettings(QUEUE, "production"),
                1,
                LookupScope.NONE));
  }

  @Test
  void ingestSettings_areRead() {
    IngestSettings settings =
        IngestSettings.of(
            variables(
                INGEST,
                "RAMPLINE_EXTRA_FIELDS",
                "one, two",
                "RAMPLINE_LEDGER_BUDGET",
                "PT1M",
                "RAMPLINE_ENVIRONMENT",
                "sandbox",
                "RAMPLINE_FIRST_VERSION",
                "2147483647",
                "RAMPLINE_PROVIDER_URL",
                "https://api.example.com",
                "RAMPLINE_VOCABULARY",
                "{\"ignoredEvents\":[\"HEARTBEAT\"]}"));

    assertThat(settings.extraFields()).containsExactlyInAnyOrder("one", "two");
    assertThat(settings.ledgerBudget()).isEqualTo(Duration.ofMinutes(1));
    assertThat(settings.publishing().environment()).isEqualTo("sandbox");
    assertThat(settings.firstVersion()).isEqualTo(Integer.MAX_VALUE);
    assertThat(settings.lookups()).isEqualTo(LookupScope.CONFIRM);
    assertThat(settings.vocabulary()).isNotEqualTo(Vocabulary.DOCUMENTED);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          RAMPLINE_TABLE          | a canary
          RAMPLINE_TABLE          | ''
          RAMPLINE_QUEUE_URL      | https://example.com/canary
          RAMPLINE_EXTRA_FIELDS   | 1canary
          RAMPLINE_EXTRA_FIELDS   | a,b,c,d,e,f,g,h,i,j,k,l,m,n,o,p,canary
          RAMPLINE_LEDGER_BUDGET  | PT1M0.001S
          RAMPLINE_LEDGER_BUDGET  | -PT1S
          RAMPLINE_LEDGER_BUDGET  | canary
          RAMPLINE_FIRST_VERSION  | 0
          RAMPLINE_FIRST_VERSION  | 2147483648
          RAMPLINE_ENVIRONMENT    | can ary
          RAMPLINE_VOCABULARY     | {"canary":1}
          """)
  void invalidSetting_isNamed_andNotQuoted(String variable, String value) {
    assertThatThrownBy(() -> IngestSettings.of(variables(INGEST, variable, value)))
        .isInstanceOf(ConfigurationException.class)
        .hasMessageStartingWith(variable);
  }

  @ParameterizedTest
  @CsvSource({"PT0S", "PT1M"})
  void durationAtItsLimit_isAccepted(String value) {
    assertThat(IngestSettings.of(variables(INGEST, "RAMPLINE_LEDGER_BUDGET", value)).ledgerBudget())
        .isEqualTo(Duration.parse(value));
  }

  @Test
  void sixteenNames_areAccepted() {
    assertThat(variables(Map.of("NAMES", "a,b,c,d,e,f,g,h,i,j,k,l,m,n,o,p")).names("NAMES"))
        .hasSize(16);
  }

  @Test
  void providerSettings_haveDefaults() {
    assertThat(ProviderSettings.of(variables(PROVIDER)))
        .isEqualTo(
            new ProviderSettings(
                URI.create("https://api.example.com/base"),
                EndpointAuth.all(ProviderAuth.BEARER_TOKEN),
                5,
                new LookbackWindow(Duration.ofMinutes(15), Duration.ofDays(7))));
  }

  @Test
  void providerSettings_areRead() {
    assertThat(
            ProviderSettings.of(
                variables(
                    PROVIDER,
                    "RAMPLINE_PROVIDER_URL",
                    "http://127.0.0.1:8080",
                    "RAMPLINE_PROVIDER_AUTH",
                    "query-key,kyc=header-key,list=bearer-secret,order=bearer-token",
                    "RAMPLINE_PROVIDER_RATE",
                    "1000",
                    "RAMPLINE_RECONCILE_OVERLAP",
                    "P1D",
                    "RAMPLINE_RECONCILE_LOOKBACK",
                    "P3650D")))
        .isEqualTo(
            new ProviderSettings(
                URI.create("http://127.0.0.1:8080"),
                new EndpointAuth(
                    ProviderAuth.BEARER_SECRET, ProviderAuth.BEARER_TOKEN, ProviderAuth.HEADER_KEY),
                1000,
                new LookbackWindow(Duration.ofDays(1), Duration.ofDays(3650))));
  }

  @ParameterizedTest
  @ValueSource(strings = {"http://api.example.com", "https://a?key=canary", "canary"})
  void urlThatMayRevealACredential_isRefused(String url) {
    assertThatThrownBy(() -> ProviderSettings.url(variables(Map.of(ProviderSettings.URL, url))))
        .isInstanceOf(ConfigurationException.class)
        .hasMessageNotContaining("canary");
  }

  @Test
  void installationName_isPreset() {
    assertThat(InstallationName.of(variables(Map.of()))).isEqualTo("rampline");
    assertThat(InstallationName.of(variables(Map.of("RAMPLINE_NAME", "staging-2"))))
        .isEqualTo("staging-2");
  }

  @ParameterizedTest
  @ValueSource(strings = {"ab", "a-name-of-21-characters", "Staging", "2nd", "-ab", "ab-", "a_b"})
  void installationName_thatTheTemplateRefuses_isRefused(String name) {
    assertThatThrownBy(() -> InstallationName.of(variables(Map.of("RAMPLINE_NAME", name))))
        .isInstanceOf(ConfigurationException.class)
        .hasMessageStartingWith("RAMPLINE_NAME is not a name");
  }

  @Test
  void keys_areInOnePlace() {
    assertThat(KeysLocation.of(variables(Map.of("RAMPLINE_SECRET_ID", "rampline/keys"))))
        .isEqualTo(new KeysLocation.SecretsManager("rampline/keys", null));
    assertThat(KeysLocation.of(variables(Map.of("RAMPLINE_KEYS", "{}"))))
        .isEqualTo(new KeysLocation.Inline(new Secret("{}", null), false));
    assertThatThrownBy(() -> KeysLocation.of(variables(Map.of())))
        .hasMessageStartingWith("RAMPLINE_SECRET_ID is missing");
    assertThatThrownBy(
            () ->
                KeysLocation.of(variables(Map.of("RAMPLINE_SECRET_ID", "a", "RAMPLINE_KEYS", "b"))))
        .hasMessageStartingWith("RAMPLINE_KEYS is set beside RAMPLINE_SECRET_ID");
  }

  @Test
  void port_isANumberUpTo65535() {
    assertThat(variables(Map.of()).port("PORT", 8080)).isEqualTo(8080);
    assertThat(variables(Map.of("PORT", "0")).port("PORT", 8080)).isZero();
    assertThat(variables(Map.of("PORT", "65535")).port("PORT", 8080)).isEqualTo(65535);
    assertThatThrownBy(() -> variables(Map.of("PORT", "65536")).port("PORT", 8080))
        .hasMessage("PORT is not a port up to 65535");
  }

  @Test
  void standardQueue_isNoFifoQueue() {
    String url = "https://sqs.eu-west-1.amazonaws.com/1/retry";

    assertThat(variables(Map.of("QUEUE", url)).standardQueue("QUEUE")).isEqualTo(url);
    assertThatThrownBy(() -> variables(Map.of("QUEUE", QUEUE)).standardQueue("QUEUE"))
        .hasMessage("QUEUE is not the URL of a standard queue");
  }

  private static EnvironmentVariables variables(Map<String, String> base, String... more) {
    Map<String, String> all = new HashMap<>(base);
    for (int index = 0; index < more.length; index += 2) {
      all.put(more[index], more[index + 1]);
    }
    return new EnvironmentVariables(all);
  }
}
