package dev.rampline.devkit.doctor;

import dev.rampline.adapter.settings.ConfigurationException;
import dev.rampline.adapter.settings.ProviderSettings;
import dev.rampline.adapter.settings.Variables;
import dev.rampline.devkit.doctor.Finding.Wrong;
import dev.rampline.function.Configuration;
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
  static List<Check> of(Variables variables, Supplier<String> document, Knock knock) {
    if (variables.find(ProviderSettings.URL).isEmpty()) {
      return List.of(Known.skipped(NAME, "Nobody says where its API is: nothing is asked of it."));
    }
    try {
      ProviderSettings settings = ProviderSettings.of(variables);
      return List.of(
          new ProviderAnswer(settings, document, knock),
          new ClockDifference(
              NAME,
              settings.url(),
              Configuration.clockLeeway(variables),
              knock,
              InstantSource.system()));
    } catch (ConfigurationException odd) {
      return List.of(
          new Known(
              NAME, new Wrong(odd.getMessage() + ".", "docs/settings.md says what it may be.")));
    }
  }
}
