package dev.rampline.subscriber;

import dev.rampline.adapter.configuration.ConfigurationException;
import java.util.HashMap;
import java.util.Map;

/**
 * Reads the settings that the application's stack shares: environment variables in one variable,
 * one {@code NAME=value} a line. ECS passes them to a task when it starts.
 */
final class SharedSettings {
  private static final String VARIABLE = "RAMPLINE_SETTINGS";

  private SharedSettings() {}

  /**
   * Returns the environment with the shared settings, over which a variable that is not blank takes
   * precedence.
   *
   * @throws ConfigurationException if a line is not {@code NAME=value}
   */
  static Map<String, String> addTo(Map<String, String> environment) {
    Map<String, String> settings = new HashMap<>();
    environment.getOrDefault(VARIABLE, "").lines().forEach(line -> add(line, settings));
    environment.forEach(
        (name, value) ->
            settings.merge(name, value, (shared, own) -> own.isBlank() ? shared : own));
    return settings;
  }

  private static void add(String line, Map<String, String> settings) {
    String[] parts = line.split("=", 2);
    if (parts.length < 2) {
      throw new ConfigurationException(VARIABLE, "has a line that is not NAME=value");
    }
    settings.put(parts[0], parts[1]);
  }
}
