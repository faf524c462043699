package dev.rampline.function;

import dev.rampline.adapter.settings.ConfigurationException;
import dev.rampline.adapter.settings.ProviderSettings;
import dev.rampline.adapter.settings.Variables;
import dev.rampline.rotation.RotationPolicy;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;

/**
 * Every setting of the function that renews the access token.
 *
 * @param secretId the name or ARN of the secret that holds the keys
 * @param providerUrl what stands before {@code /api/v2/…} in the addresses of the provider's API
 * @param policy when a token is renewed, and how long earlier ones are kept
 */
public record RotationSettings(String secretId, URI providerUrl, RotationPolicy policy) {
  private static final Duration LONGEST_MARGIN = Duration.ofDays(1);
  private static final Duration LONGEST_SPAN = Duration.ofDays(365);

  public RotationSettings {
    Objects.requireNonNull(secretId, "secretId");
    Objects.requireNonNull(providerUrl, "providerUrl");
    Objects.requireNonNull(policy, "policy");
  }

  /**
   * Reads the settings.
   *
   * @throws ConfigurationException for the first variable that is missing or makes no sense
   */
  public static RotationSettings of(Map<String, String> environment) {
    Variables variables = new Variables(environment);
    return new RotationSettings(
        variables.matching("RAMPLINE_SECRET_ID", "\\S+", "the name of a secret"),
        ProviderSettings.url(variables),
        new RotationPolicy(
            variables.duration("RAMPLINE_TOKEN_MARGIN", "PT30M", LONGEST_MARGIN),
            variables.duration("RAMPLINE_TOKEN_AGE", "P7D", LONGEST_SPAN),
            variables.duration("RAMPLINE_TOKEN_KEEP", "PT24H", LONGEST_SPAN),
            variables.duration("RAMPLINE_TOKEN_LIFETIME", "PT1H", LONGEST_SPAN)));
  }
}
