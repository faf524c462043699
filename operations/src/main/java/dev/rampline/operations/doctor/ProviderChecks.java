package dev.rampline.operations.doctor;

import dev.rampline.adapter.configuration.ConfigurationException;
import dev.rampline.adapter.configuration.EnvironmentVariables;
import dev.rampline.adapter.configuration.ProviderSettings;
import dev.rampline.adapter.configuration.VocabularySetting;
import dev.rampline.function.WebhookConfiguration;
import dev.rampline.operations.doctor.CheckFinding.Failed;
import dev.rampline.verification.KeySource;
import java.time.InstantSource;
import java.util.List;

/** Creates the checks of the provider. */
final class ProviderChecks {
  private static final String NAME = "provider";

  private ProviderChecks() {}

  /**
   * Returns all checks of the provider.
   *
   * @param variables the settings as environment variables
   * @param keys reads the keys as the functions do
   */
  static List<Check> of(EnvironmentVariables variables, KeySource keys, HttpProbe probe) {
    if (variables.find(ProviderSettings.URL).isEmpty()) {
      return List.of(FixedResult.skipped(NAME, "Provider URL not configured."));
    }
    try {
      ProviderSettings settings = ProviderSettings.of(variables);
      return List.of(
          new ProviderAccessCheck(settings, VocabularySetting.of(variables), keys, probe),
          new ClockDifference(
              NAME,
              settings.url(),
              WebhookConfiguration.clockLeeway(variables),
              probe,
              InstantSource.system()));
    } catch (ConfigurationException invalid) {
      return List.of(
          new FixedResult(
              NAME,
              new Failed(invalid.getMessage() + ".", "See docs/settings.md for valid values.")));
    }
  }
}
