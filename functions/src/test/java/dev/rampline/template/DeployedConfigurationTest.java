package dev.rampline.template;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rampline.function.Configuration;
import dev.rampline.function.Configuration.Outlet;
import dev.rampline.function.KeysLocation;
import java.io.IOException;
import java.time.Duration;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What a deployment without any parameter tells the functions. */
class DeployedConfigurationTest {
  private static final Outlet OUTLET = new Outlet("https://sqs/rampline-events.fifo", "production");

  private final Template template = Template.read();

  DeployedConfigurationTest() throws IOException {}

  @Test
  void webhookFunction_withoutParameters_hasDocumentedDefaults() {
    assertThat(Configuration.of(template.environment("WebhookFunction")))
        .isEqualTo(
            new Configuration(
                "rampline-ledger",
                new KeysLocation.SecretsManager("rampline/keys"),
                Set.of(),
                Duration.ofMinutes(5),
                Duration.ofSeconds(3),
                OUTLET));
  }

  @Test
  void relayFunction_withoutParameters_sendsToTheEventsQueue() {
    assertThat(Outlet.of(template.environment("RelayFunction"))).isEqualTo(OUTLET);
  }
}
