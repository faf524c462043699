package dev.rampline.function;

import dev.rampline.adapter.configuration.ConfigurationException;
import dev.rampline.adapter.configuration.EnvironmentVariables;
import dev.rampline.adapter.configuration.IngestSettings;
import dev.rampline.adapter.configuration.KeysLocation;
import dev.rampline.adapter.configuration.ProviderSettings;
import java.util.Map;
import java.util.Objects;

/**
 * Settings of the function that reconciles the ledger with the provider's API.
 *
 * @param ingest settings that every function that ingests events has
 * @param keys where the keys are
 * @param provider address, authentication and rate of the provider's API
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
   * @throws ConfigurationException for the first variable that is missing or invalid
   */
  public static ReconcileConfiguration of(Map<String, String> environment) {
    EnvironmentVariables variables = new EnvironmentVariables(environment);
    return new ReconcileConfiguration(
        IngestSettings.of(variables), KeysLocation.of(variables), ProviderSettings.of(variables));
  }
}
