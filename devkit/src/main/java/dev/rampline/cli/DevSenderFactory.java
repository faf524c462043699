package dev.rampline.cli;

import dev.rampline.devkit.send.EmulatorClient;
import dev.rampline.devkit.send.SampleEventSender;
import dev.rampline.devkit.send.SigningConfig;
import dev.rampline.devstack.DevKeys;
import dev.rampline.emulator.ProviderKeys;
import dev.rampline.emulator.WebhookTransport;
import dev.rampline.inspector.ScenarioSender;
import java.net.URI;
import org.jspecify.annotations.Nullable;

/**
 * Sends to a stack in this process.
 *
 * @param receiver where it takes webhooks
 * @param keys that it verifies with
 * @param provider the emulated API that is to know of what is sent; null: there is none
 */
record DevSenderFactory(URI receiver, DevKeys keys, @Nullable URI provider) {
  ScenarioSender create(Runnable reconcile) {
    return new ScenarioSender(() -> new SampleEventSender(receiver, seal(), console()), reconcile);
  }

  private SigningConfig seal() {
    return keys.accessTokens().isEmpty()
        ? new SigningConfig(
            WebhookTransport.HMAC, new ProviderKeys("", keys.webhookSecrets().getFirst()))
        : new SigningConfig(
            WebhookTransport.JWT, new ProviderKeys(keys.accessTokens().getFirst(), null));
  }

  private @Nullable EmulatorClient console() {
    return provider == null ? null : new EmulatorClient(provider, keys.api().apiSecret());
  }
}
