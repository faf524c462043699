package dev.rampline.template;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rampline.adapter.ozzobit.ProviderAuth;
import dev.rampline.adapter.settings.IngestSettings;
import dev.rampline.adapter.settings.KeysLocation;
import dev.rampline.adapter.settings.Outlet;
import dev.rampline.adapter.settings.ProviderSettings;
import dev.rampline.function.Configuration;
import dev.rampline.function.ReconcileConfiguration;
import dev.rampline.function.RelayConfiguration;
import dev.rampline.function.RotationSettings;
import dev.rampline.function.SpillConfiguration;
import dev.rampline.reconcile.LookbackWindow;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What a deployment without any parameter tells the functions. */
class DeployedConfigurationTest {
  private static final Outlet OUTLET = new Outlet("https://sqs/rampline-events.fifo", "production");

  private static final String SPILL = "https://sqs/rampline-spill";

  private final Template template = Template.read();

  DeployedConfigurationTest() throws IOException {}

  @Test
  void webhookFunction_withoutParameters_hasDocumentedDefaults() {
    assertThat(Configuration.of(template.environment("WebhookFunction")))
        .isEqualTo(
            new Configuration(
                new IngestSettings("rampline-ledger", Set.of(), Duration.ofSeconds(3), OUTLET),
                new KeysLocation.SecretsManager("rampline/keys"),
                Duration.ofMinutes(5),
                SPILL));
  }

  @Test
  void relayFunction_withoutParameters_sendsToTheEventsQueue() {
    assertThat(RelayConfiguration.of(template.environment("RelayFunction")))
        .isEqualTo(new RelayConfiguration(OUTLET, "https://sqs/rampline-relay-dead"));
  }

  @Test
  void spillFunction_withoutParameters_takesInAsTheWebhookFunctionDoes() {
    assertThat(SpillConfiguration.of(template.environment("SpillFunction")))
        .isEqualTo(
            new SpillConfiguration(
                Configuration.of(template.environment("WebhookFunction")).ingest(),
                SPILL,
                "https://sqs/rampline-spill-dead"));
  }

  @Test
  void rotationFunction_withTheProvidersUrlAlone_hasDocumentedDefaults() {
    Map<String, String> environment = new HashMap<>(template.environment("RotationFunction"));
    assertThat(environment.put("RAMPLINE_PROVIDER_URL", "https://provider.example/api")).isEmpty();

    assertThat(RotationSettings.of(environment))
        .isEqualTo(
            RotationSettings.of(
                Map.of(
                    "RAMPLINE_SECRET_ID", "rampline/keys",
                    "RAMPLINE_PROVIDER_URL", "https://provider.example/api")));
  }

  @Test
  void reconcileFunction_withTheProvidersUrlAlone_hasDocumentedDefaults() {
    Map<String, String> environment = new HashMap<>(template.environment("ReconcileFunction"));
    assertThat(environment.put("RAMPLINE_PROVIDER_URL", "https://provider.example/api")).isEmpty();

    ReconcileConfiguration configuration = ReconcileConfiguration.of(environment);

    Configuration receiving = Configuration.of(template.environment("WebhookFunction"));
    assertThat(configuration.ingest()).isEqualTo(receiving.ingest());
    assertThat(configuration.keys()).isEqualTo(receiving.keys());
    assertThat(configuration.provider())
        .isEqualTo(
            new ProviderSettings(
                URI.create("https://provider.example/api"),
                ProviderAuth.BEARER_TOKEN,
                5,
                new LookbackWindow(Duration.ofMinutes(15), Duration.ofDays(7))));
  }
}
