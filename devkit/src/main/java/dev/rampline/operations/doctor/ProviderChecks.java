package dev.rampline.operations.doctor;

import dev.rampline.adapter.configuration.ConfigurationException;
import dev.rampline.adapter.configuration.EnvironmentVariables;
import dev.rampline.adapter.configuration.ProviderSettings;
import dev.rampline.function.WebhookConfiguration;
import dev.rampline.operations.doctor.CheckFinding.Failed;
import java.time.InstantSource;
import java.util.List;
import java.util.function.Supplier;

/** What there is to look at where the provider is. */
final class ProviderChecks {
  private static final String NAME = "provider";

  private ProviderChecks() {}

  /**
   * All of it.
   *
   * @param variables the settings, by environment variables
   * @param document reads the keys
   */
  static List<Check> of(
      EnvironmentVariables variables, Supplier<String> document, HttpProbe knock) {
    if (variables.find(ProviderSettings.URL).isEmpty()) {
      return List.of(
          FixedResult.skipped(NAME, "Nobody says where its API is: nothing is asked of it."));
    }
    try {
      ProviderSettings settings = ProviderSettings.of(variables);
      return List.of(
          new ProviderAccessCheck(settings, document, knock),
          new ClockDifference(
              NAME,
              settings.url(),
              WebhookConfiguration.clockLeeway(variables),
              knock,
              InstantSource.system()));
    } catch (ConfigurationException odd) {
      return List.of(
          new FixedResult(
              NAME, new Failed(odd.getMessage() + ".", "docs/settings.md says what it may be.")));
    }
  }
}
