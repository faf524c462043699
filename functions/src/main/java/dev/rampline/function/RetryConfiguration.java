package dev.rampline.function;

import dev.rampline.adapter.configuration.ConfigurationException;
import dev.rampline.adapter.configuration.EnvironmentVariables;
import dev.rampline.adapter.configuration.IngestSettings;
import java.util.Map;
import java.util.Objects;

/**
 * The settings of the function that takes in what the ledger could not take before.
 *
 * @param ingest what it shares with all who take words in
 * @param queueUrl the retry queue
 * @param deadQueueUrl the queue of what can never be taken in
 */
public record RetryConfiguration(IngestSettings ingest, String queueUrl, String deadQueueUrl) {
  /** The variable that says where the retry queue is. */
  static final String QUEUE_VARIABLE = "RAMPLINE_RETRY_QUEUE_URL";

  public RetryConfiguration {
    Objects.requireNonNull(ingest, "ingest");
    Objects.requireNonNull(queueUrl, "queueUrl");
    Objects.requireNonNull(deadQueueUrl, "deadQueueUrl");
  }

  /**
   * Reads the settings.
   *
   * @throws ConfigurationException for the first variable that is missing or makes no sense
   */
  public static RetryConfiguration of(Map<String, String> environment) {
    EnvironmentVariables variables = new EnvironmentVariables(environment);
    return new RetryConfiguration(
        IngestSettings.of(variables),
        variables.standardQueue(QUEUE_VARIABLE),
        variables.standardQueue("RAMPLINE_RETRY_DEAD_QUEUE_URL"));
  }
}
