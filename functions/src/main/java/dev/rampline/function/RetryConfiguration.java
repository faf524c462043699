package dev.rampline.function;

import dev.rampline.adapter.configuration.ConfigurationException;
import dev.rampline.adapter.configuration.EnvironmentVariables;
import dev.rampline.adapter.configuration.IngestSettings;
import java.util.Map;
import java.util.Objects;

/**
 * Settings of the function that ingests the events in the retry queue.
 *
 * @param ingest settings that every function that ingests events has
 * @param queueUrl the retry queue
 * @param deadQueueUrl the dead-letter queue for events that can never be ingested
 * @param quarantineUrl the queue for authentic payloads that cannot be placed
 */
public record RetryConfiguration(
    IngestSettings ingest, String queueUrl, String deadQueueUrl, String quarantineUrl) {
  /** The variable that holds the URL of the retry queue. */
  static final String QUEUE_VARIABLE = "RAMPLINE_RETRY_QUEUE_URL";

  public RetryConfiguration {
    Objects.requireNonNull(ingest, "ingest");
    Objects.requireNonNull(queueUrl, "queueUrl");
    Objects.requireNonNull(deadQueueUrl, "deadQueueUrl");
    Objects.requireNonNull(quarantineUrl, "quarantineUrl");
  }

  /**
   * Reads the settings.
   *
   * @throws ConfigurationException for the first variable that is missing or invalid
   */
  public static RetryConfiguration of(Map<String, String> environment) {
    EnvironmentVariables variables = new EnvironmentVariables(environment);
    return new RetryConfiguration(
        IngestSettings.of(variables),
        variables.standardQueue(QUEUE_VARIABLE),
        variables.standardQueue("RAMPLINE_RETRY_DEAD_QUEUE_URL"),
        variables.standardQueue(WebhookConfiguration.QUARANTINE_VARIABLE));
  }
}
