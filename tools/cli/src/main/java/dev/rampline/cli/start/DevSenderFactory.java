package dev.rampline.cli.start;

import dev.rampline.devstack.DevKeys;
import dev.rampline.emulator.ProviderKeys;
import dev.rampline.emulator.WebhookTransport;
import dev.rampline.inspector.ScenarioSender;
import dev.rampline.send.EmulatorClient;
import dev.rampline.send.SampleEventSender;
import dev.rampline.send.SigningConfig;
import java.net.URI;
import org.jspecify.annotations.Nullable;

/**
 * Creates senders of sample events to a stack in this process.
 *
 * @param receiver the webhook URL
 * @param keys the keys that the receiver verifies with
 * @param provider the URL of the emulated API, which gets each event too; null if none runs
 */
record DevSenderFactory(URI receiver, DevKeys keys, @Nullable URI provider) {
  ScenarioSender create(Runnable reconcile) {
    return new ScenarioSender(
        () -> new SampleEventSender(receiver, signing(), emulator()), reconcile);
  }

  private SigningConfig signing() {
    return keys.accessTokens().isEmpty()
        ? new SigningConfig(
            WebhookTransport.HMAC, new ProviderKeys("", keys.webhookSecrets().getFirst()))
        : new SigningConfig(
            WebhookTransport.JWT, new ProviderKeys(keys.accessTokens().getFirst(), null));
  }

  private @Nullable EmulatorClient emulator() {
    return provider == null ? null : new EmulatorClient(provider, keys.api().apiSecret());
  }
}
