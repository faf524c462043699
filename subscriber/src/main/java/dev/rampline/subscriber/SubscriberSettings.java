package dev.rampline.subscriber;

import dev.rampline.adapter.configuration.ConfigurationException;
import dev.rampline.adapter.configuration.EnvironmentVariables;
import dev.rampline.adapter.configuration.IngestSettings;
import dev.rampline.adapter.configuration.KeysLocation;
import dev.rampline.adapter.configuration.ProviderSettings;
import dev.rampline.subscriber.health.HealthServer;
import dev.rampline.subscriber.socket.SocketSettings;
import dev.rampline.subscriber.tracing.OtlpSettings;
import dev.rampline.verification.Secret;
import java.net.InetSocketAddress;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Settings of the subscriber. They come from environment variables only; an empty variable counts
 * as absent.
 *
 * @param ingest settings that every process that ingests events has
 * @param socket the socket and its subscriptions
 * @param apiKey the API key for the socket; null to use the one in the keys
 * @param keys where the keys are; null is allowed only with an API key
 * @param provider the provider's API; null to leave unverified events unresolved
 * @param buffer the number of subjects whose events may wait
 * @param health the address of the health server
 * @param otlp where spans are sent; null to send none
 */
public record SubscriberSettings(
    IngestSettings ingest,
    SocketSettings socket,
    @Nullable Secret apiKey,
    @Nullable KeysLocation keys,
    @Nullable ProviderSettings provider,
    int buffer,
    InetSocketAddress health,
    @Nullable OtlpSettings otlp) {
  private static final int DEFAULT_BUFFER = 20_000;
  private static final int MAX_BUFFER = 1_000_000;

  /** A safe default on a shared machine. A container has to set all interfaces. */
  private static final String LOOPBACK = "127.0.0.1";

  public SubscriberSettings {
    Objects.requireNonNull(ingest, "ingest");
    Objects.requireNonNull(socket, "socket");
    Objects.requireNonNull(health, "health");
  }

  /**
   * Reads the settings.
   *
   * @throws ConfigurationException for the first variable that is missing or invalid
   */
  public static SubscriberSettings of(Map<String, String> environment) {
    EnvironmentVariables variables = new EnvironmentVariables(environment);
    Secret apiKey =
        variables.find("RAMPLINE_API_KEY").map(text -> new Secret(text, null)).orElse(null);
    return new SubscriberSettings(
        IngestSettings.of(variables),
        SocketSettingsReader.of(variables),
        apiKey,
        keys(variables, apiKey),
        variables.find(ProviderSettings.URL).isPresent() ? ProviderSettings.of(variables) : null,
        variables.number("RAMPLINE_SOCKET_BUFFER", DEFAULT_BUFFER, MAX_BUFFER),
        health(variables),
        OtlpSettings.of(variables).orElse(null));
  }

  private static @Nullable KeysLocation keys(
      EnvironmentVariables variables, @Nullable Secret apiKey) {
    boolean given =
        variables.find("RAMPLINE_SECRET_ID").isPresent()
            || variables.find("RAMPLINE_KEYS").isPresent();
    return given || apiKey == null ? KeysLocation.of(variables) : null;
  }

  private static InetSocketAddress health(EnvironmentVariables variables) {
    String address =
        variables.matching(
            "RAMPLINE_HEALTH_ADDRESS", "[0-9.]{7,15}|[0-9a-fA-F:.]{2,45}", "an address", LOOPBACK);
    return new InetSocketAddress(
        address, variables.port("RAMPLINE_HEALTH_PORT", HealthServer.DEFAULT_PORT));
  }
}
