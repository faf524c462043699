package dev.rampline.devkit.command;

import dev.rampline.devkit.emulator.ProviderKeys;
import dev.rampline.devkit.emulator.SignedBody;
import dev.rampline.devkit.emulator.Signer;
import dev.rampline.devkit.emulator.Transport;
import dev.rampline.devkit.stack.DevKeys;
import java.security.SecureRandom;
import java.util.List;
import picocli.CommandLine.Option;

/** How a payload is signed. */
final class Signing {
  @Option(
      names = "--transport",
      paramLabel = "NAME",
      defaultValue = "jwt",
      description = "How it travels: jwt, aes or hmac (default: ${DEFAULT-VALUE}).")
  private Transport transport = Transport.JWT;

  Transport transport() {
    return transport;
  }

  SignedBody sign(String payload, DevKeys keys) {
    return new Signer(providerKeys(keys)).sign(transport, payload, new SecureRandom());
  }

  private ProviderKeys providerKeys(DevKeys keys) {
    return switch (transport) {
      case JWT -> new ProviderKeys(current(keys.accessTokens(), "--access-token"), null);
      case AES, HMAC -> new ProviderKeys("", current(keys.webhookSecrets(), "--webhook-secret"));
    };
  }

  private static String current(List<String> keys, String option) {
    return keys.stream()
        .findFirst()
        .orElseThrow(() -> new CommandFailure("This transport needs " + option + "."));
  }
}
