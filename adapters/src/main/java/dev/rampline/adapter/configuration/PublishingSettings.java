package dev.rampline.adapter.configuration;

import java.util.Objects;

/**
 * The settings of the relay: where messages are sent, and their source.
 *
 * @param queueUrl the queue that consumers read
 * @param environment the provider's environment, a part of every message's source
 */
public record PublishingSettings(String queueUrl, String environment) {
  public PublishingSettings {
    Objects.requireNonNull(queueUrl, "queueUrl");
    Objects.requireNonNull(environment, "environment");
  }

  /**
   * Reads the settings.
   *
   * @throws ConfigurationException for the first variable that is missing or invalid
   */
  public static PublishingSettings of(EnvironmentVariables variables) {
    return new PublishingSettings(
        variables.matching("RAMPLINE_QUEUE_URL", "https?://\\S+\\.fifo", "the URL of a FIFO queue"),
        variables.matching(
            "RAMPLINE_ENVIRONMENT",
            "[A-Za-z0-9_-]{1,32}",
            "an environment's name, such as production",
            "production"));
  }
}
