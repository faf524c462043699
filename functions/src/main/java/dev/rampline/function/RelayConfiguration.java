package dev.rampline.function;

import dev.rampline.adapter.configuration.ConfigurationException;
import dev.rampline.adapter.configuration.EnvironmentVariables;
import dev.rampline.adapter.configuration.PublishingSettings;
import java.util.Map;
import java.util.Objects;

/**
 * Settings of the function that sends messages from the ledger's stream.
 *
 * @param publishing the events queue and the environment that messages name
 * @param deadQueueUrl the dead-letter queue for messages that can never be sent
 */
public record RelayConfiguration(PublishingSettings publishing, String deadQueueUrl) {
  public RelayConfiguration {
    Objects.requireNonNull(publishing, "publishing");
    Objects.requireNonNull(deadQueueUrl, "deadQueueUrl");
  }

  /**
   * Reads the settings.
   *
   * @throws ConfigurationException for the first variable that is missing or invalid
   */
  public static RelayConfiguration of(Map<String, String> environment) {
    EnvironmentVariables variables = new EnvironmentVariables(environment);
    return new RelayConfiguration(
        PublishingSettings.of(variables), variables.standardQueue("RAMPLINE_RELAY_DEAD_QUEUE_URL"));
  }
}
