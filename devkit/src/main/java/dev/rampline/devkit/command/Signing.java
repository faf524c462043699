package dev.rampline.devkit.command;

import dev.rampline.devkit.emulator.ProviderKeys;
import dev.rampline.devkit.emulator.Transport;
import dev.rampline.devkit.sending.Seal;
import dev.rampline.devkit.stack.DevKeys;
import java.util.List;
import picocli.CommandLine.Option;

/** How a payload is signed. */
final class Signing {
  @Option(
      names = "--transport",
      paramLabel = "TRANSPORT",
      completionCandidates = EnumNames.Transports.class,
      defaultValue = "jwt",
      description = "How it travels: jwt, aes or hmac (default: ${DEFAULT-VALUE}).")
  private Transport transport = Transport.JWT;

  Transport transport() {
    return transport;
  }

  Seal seal(DevKeys keys) {
    return new Seal(transport, providerKeys(keys));
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
