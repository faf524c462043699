package dev.rampline.function;

import dev.rampline.adapter.configuration.ConfigurationException;
import dev.rampline.adapter.configuration.EnvironmentVariables;
import dev.rampline.adapter.configuration.IngestSettings;
import dev.rampline.adapter.configuration.KeysLocation;
import dev.rampline.adapter.configuration.ProviderSettings;
import java.util.Map;
import java.util.Objects;

/**
 * The settings of the function that asks the provider's API.
 *
 * @param ingest what it shares with all who take words in
 * @param keys where its credentials are
 * @param provider where the API is
 */
public record ReconcileConfiguration(
    IngestSettings ingest, KeysLocation keys, ProviderSettings provider) {
  public ReconcileConfiguration {
    Objects.requireNonNull(ingest, "ingest");
    Objects.requireNonNull(keys, "keys");
    Objects.requireNonNull(provider, "provider");
  }

  /**
   * Reads the settings.
   *
   * @throws ConfigurationException for the first variable that is missing or makes no sense
   */
  public static ReconcileConfiguration of(Map<String, String> environment) {
    EnvironmentVariables variables = new EnvironmentVariables(environment);
    return new ReconcileConfiguration(
        IngestSettings.of(variables), KeysLocation.of(variables), ProviderSettings.of(variables));
  }
}
