package dev.rampline.template;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rampline.adapter.configuration.IngestSettings;
import dev.rampline.adapter.configuration.KeysLocation;
import dev.rampline.adapter.configuration.ProviderSettings;
import dev.rampline.adapter.configuration.PublishingSettings;
import dev.rampline.adapter.ozzobit.EndpointAuth;
import dev.rampline.adapter.ozzobit.ProviderAuth;
import dev.rampline.decoding.Vocabulary;
import dev.rampline.function.ReconcileConfiguration;
import dev.rampline.function.RelayConfiguration;
import dev.rampline.function.RetryConfiguration;
import dev.rampline.function.RotationConfiguration;
import dev.rampline.function.WebhookConfiguration;
import dev.rampline.lifecycle.LookupScope;
import dev.rampline.reconcile.LookbackWindow;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Tests the functions' settings in a deployment without parameters. */
class DeployedConfigurationTest {
  private static final PublishingSettings PUBLISHING =
      new PublishingSettings("https://sqs/rampline-events.fifo", "production");

  private static final String RETRY = "https://sqs/rampline-retry";

  private final Template template = Template.read();

  DeployedConfigurationTest() throws IOException {}

  @Test
  void webhookFunction_withoutParameters_hasDocumentedDefaults() {
    assertThat(WebhookConfiguration.of(template.environment("WebhookFunction")))
        .isEqualTo(
            new WebhookConfiguration(
                new IngestSettings(
                    "rampline-ledger",
                    Vocabulary.DOCUMENTED,
                    Set.of(),
                    Duration.ofSeconds(3),
                    PUBLISHING,
                    1,
                    LookupScope.NONE),
                new KeysLocation.SecretsManager("rampline/keys", null),
                Duration.ofMinutes(5),
                RETRY,
                "https://sqs/rampline-quarantine",
                false));
  }

  @Test
  void relayFunction_withoutParameters_sendsToTheEventsQueue() {
    assertThat(RelayConfiguration.of(template.environment("RelayFunction")))
        .isEqualTo(
            new RelayConfiguration(
                PUBLISHING, "https://sqs/rampline-relay-dead", Optional.empty()));
  }

  @Test
  void retryFunction_withoutParameters_ingestsLikeTheWebhookFunction() {
    assertThat(RetryConfiguration.of(template.environment("RetryFunction")))
        .isEqualTo(
            new RetryConfiguration(
                WebhookConfiguration.of(template.environment("WebhookFunction")).ingest(),
                RETRY,
                "https://sqs/rampline-retry-dead",
                "https://sqs/rampline-quarantine"));
  }

  @Test
  void rotationFunction_withProviderUrlOnly_hasDocumentedDefaults() {
    Map<String, String> environment = new HashMap<>(template.environment("RotationFunction"));
    assertThat(environment.put("RAMPLINE_PROVIDER_URL", "https://provider.example/api")).isEmpty();

    assertThat(RotationConfiguration.of(environment))
        .isEqualTo(
            RotationConfiguration.of(
                Map.of(
                    "RAMPLINE_SECRET_ID", "rampline/keys",
                    "RAMPLINE_API_SECRET_ID", "rampline/api",
                    "RAMPLINE_PROVIDER_URL", "https://provider.example/api")));
  }

  @Test
  void reconcileFunction_withProviderUrlOnly_hasDocumentedDefaults() {
    Map<String, String> environment = new HashMap<>(template.environment("ReconcileFunction"));
    assertThat(environment.put("RAMPLINE_PROVIDER_URL", "https://provider.example/api")).isEmpty();

    ReconcileConfiguration configuration = ReconcileConfiguration.of(environment);

    WebhookConfiguration webhook = WebhookConfiguration.of(template.environment("WebhookFunction"));
    assertThat(configuration.ingest().table()).isEqualTo(webhook.ingest().table());
    assertThat(configuration.ingest().lookups()).isEqualTo(LookupScope.CONFIRM);
    assertThat(configuration.keys())
        .isEqualTo(new KeysLocation.SecretsManager("rampline/keys", "rampline/api"));
    assertThat(configuration.provider())
        .isEqualTo(
            new ProviderSettings(
                URI.create("https://provider.example/api"),
                EndpointAuth.all(ProviderAuth.BEARER_TOKEN),
                5,
                new LookbackWindow(Duration.ofMinutes(15), Duration.ofDays(7))));
  }
}
