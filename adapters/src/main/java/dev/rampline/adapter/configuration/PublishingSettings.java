package dev.rampline.adapter.configuration;

import java.util.Objects;

/**
 * Where messages go, and what they say of where they come from: all that the relay needs.
 *
 * @param queueUrl the queue that consumers read
 * @param environment the provider's environment, part of every message's source
 */
public record PublishingSettings(String queueUrl, String environment) {
  public PublishingSettings {
    Objects.requireNonNull(queueUrl, "queueUrl");
    Objects.requireNonNull(environment, "environment");
  }

  /**
   * Reads the settings.
   *
   * @throws ConfigurationException for the first variable that is missing or makes no sense
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
