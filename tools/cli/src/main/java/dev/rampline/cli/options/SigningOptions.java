package dev.rampline.cli.options;

import dev.rampline.cli.terminal.CommandFailure;
import dev.rampline.devstack.DevKeys;
import dev.rampline.emulator.ProviderKeys;
import dev.rampline.emulator.WebhookTransport;
import dev.rampline.send.SigningConfig;
import java.util.List;
import picocli.CommandLine.Option;

/** Options for signing payloads. */
public final class SigningOptions {
  @Option(
      names = "--transport",
      paramLabel = "TRANSPORT",
      completionCandidates = EnumNames.Transports.class,
      defaultValue = "jwt",
      description = "Use this transport: jwt, aes or hmac (default: ${DEFAULT-VALUE}).")
  private WebhookTransport transport = WebhookTransport.JWT;

  public WebhookTransport transport() {
    return transport;
  }

  public SigningConfig config(DevKeys keys) {
    return new SigningConfig(transport, providerKeys(keys));
  }

  private ProviderKeys providerKeys(DevKeys keys) {
    return switch (transport) {
      case JWT -> new ProviderKeys(current(keys.accessTokens(), "accessTokens"), null);
      case AES, HMAC -> new ProviderKeys("", current(keys.webhookSecrets(), "webhookSecrets"));
    };
  }

  private static String current(List<String> keys, String member) {
    return keys.stream()
        .findFirst()
        .orElseThrow(
            () ->
                new CommandFailure("The keys have no " + member + ", which this transport needs."));
  }
}
