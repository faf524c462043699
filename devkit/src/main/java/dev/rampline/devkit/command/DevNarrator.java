package dev.rampline.devkit.command;

import dev.rampline.devkit.emulator.ProviderKeys;
import dev.rampline.devkit.emulator.Transport;
import dev.rampline.devkit.inspector.Narrator;
import dev.rampline.devkit.sending.EmulatorConsole;
import dev.rampline.devkit.sending.Seal;
import dev.rampline.devkit.sending.Sender;
import dev.rampline.devkit.stack.DevKeys;
import java.net.URI;
import org.jspecify.annotations.Nullable;

/**
 * Sends to a stack in this process.
 *
 * @param receiver where it takes webhooks
 * @param keys that it verifies with
 * @param provider the emulated API that is to know of what is sent; null: there is none
 */
record DevNarrator(URI receiver, DevKeys keys, @Nullable URI provider) {
  Narrator with(Runnable reconcile) {
    return new Narrator(() -> new Sender(receiver, seal(), console()), reconcile);
  }

  private Seal seal() {
    return keys.accessTokens().isEmpty()
        ? new Seal(Transport.HMAC, new ProviderKeys("", keys.webhookSecrets().getFirst()))
        : new Seal(Transport.JWT, new ProviderKeys(keys.accessTokens().getFirst(), null));
  }

  private @Nullable EmulatorConsole console() {
    return provider == null ? null : new EmulatorConsole(provider, keys.api().apiSecret());
  }
}
