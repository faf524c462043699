package dev.rampline.function;

import dev.rampline.adapter.configuration.ConfigurationException;
import dev.rampline.adapter.configuration.EnvironmentVariables;
import dev.rampline.adapter.configuration.PublishingSettings;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * Settings of the function that sends messages from the ledger's stream.
 *
 * @param publishing the events queue and the environment that messages name
 * @param deadQueueUrl the dead-letter queue for messages that can never be sent
 * @param topicArn the topic for further consumers, if there is one
 */
public record RelayConfiguration(
    PublishingSettings publishing, String deadQueueUrl, Optional<String> topicArn) {
  private static final String TOPIC_ARN = "RAMPLINE_TOPIC_ARN";

  public RelayConfiguration {
    Objects.requireNonNull(publishing, "publishing");
    Objects.requireNonNull(deadQueueUrl, "deadQueueUrl");
    Objects.requireNonNull(topicArn, "topicArn");
  }

  /**
   * Reads the settings.
   *
   * @throws ConfigurationException for the first variable that is missing or invalid
   */
  public static RelayConfiguration of(Map<String, String> environment) {
    EnvironmentVariables variables = new EnvironmentVariables(environment);
    return new RelayConfiguration(
        PublishingSettings.of(variables),
        variables.standardQueue("RAMPLINE_RELAY_DEAD_QUEUE_URL"),
        variables.find(TOPIC_ARN).map(_ -> topicArn(variables)));
  }

  private static String topicArn(EnvironmentVariables variables) {
    return variables.matching(
        TOPIC_ARN, "arn:aws[a-z-]*:sns:\\S+\\.fifo", "the ARN of a FIFO topic");
  }
}
