package dev.rampline.function;

import dev.rampline.adapter.configuration.ConfigurationException;
import dev.rampline.adapter.configuration.EnvironmentVariables;
import dev.rampline.adapter.configuration.KeysLocation;
import dev.rampline.adapter.configuration.ProviderSettings;
import dev.rampline.rotation.RotationPolicy;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;

/**
 * Settings of the function that renews the access token.
 *
 * @param secretId the name or ARN of the secret that holds the keys
 * @param apiSecretId the name or ARN of the secret that holds the API key and secret
 * @param providerUrl the provider's API without {@code /api/v2/…}
 * @param policy when to renew a token, and how long to keep earlier ones
 */
public record RotationConfiguration(
    String secretId, String apiSecretId, URI providerUrl, RotationPolicy policy) {
  private static final Duration MAX_MARGIN = Duration.ofDays(1);
  private static final Duration MAX_DURATION = Duration.ofDays(365);

  public RotationConfiguration {
    Objects.requireNonNull(secretId, "secretId");
    Objects.requireNonNull(apiSecretId, "apiSecretId");
    Objects.requireNonNull(providerUrl, "providerUrl");
    Objects.requireNonNull(policy, "policy");
  }

  /**
   * Reads the settings.
   *
   * @throws ConfigurationException for the first variable that is missing or invalid
   */
  public static RotationConfiguration of(Map<String, String> environment) {
    EnvironmentVariables variables = new EnvironmentVariables(environment);
    return new RotationConfiguration(
        variables.matching("RAMPLINE_SECRET_ID", "\\S+", "the name of a secret"),
        variables.matching(KeysLocation.API_SECRET_ID, "\\S+", "the name of a secret"),
        ProviderSettings.url(variables),
        new RotationPolicy(
            variables.duration("RAMPLINE_TOKEN_MARGIN", "PT30M", MAX_MARGIN),
            variables.duration("RAMPLINE_TOKEN_AGE", "P7D", MAX_DURATION),
            variables.duration("RAMPLINE_TOKEN_KEEP", "PT24H", MAX_DURATION),
            variables.duration("RAMPLINE_TOKEN_LIFETIME", "PT1H", MAX_DURATION)));
  }
}
