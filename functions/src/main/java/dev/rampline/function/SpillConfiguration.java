package dev.rampline.function;

import dev.rampline.adapter.settings.ConfigurationException;
import dev.rampline.adapter.settings.IngestSettings;
import dev.rampline.adapter.settings.Variables;
import java.util.Map;
import java.util.Objects;

/**
 * The settings of the function that takes in what the ledger could not take before.
 *
 * @param ingest what it shares with all who take words in
 * @param queueUrl the spill
 * @param deadQueueUrl the queue of what can never be taken in
 */
public record SpillConfiguration(IngestSettings ingest, String queueUrl, String deadQueueUrl) {
  /** The variable that says where the spill is. */
  static final String QUEUE = "RAMPLINE_SPILL_QUEUE_URL";

  public SpillConfiguration {
    Objects.requireNonNull(ingest, "ingest");
    Objects.requireNonNull(queueUrl, "queueUrl");
    Objects.requireNonNull(deadQueueUrl, "deadQueueUrl");
  }

  /**
   * Reads the settings.
   *
   * @throws ConfigurationException for the first variable that is missing or makes no sense
   */
  public static SpillConfiguration of(Map<String, String> environment) {
    Variables variables = new Variables(environment);
    return new SpillConfiguration(
        IngestSettings.of(variables),
        variables.standardQueue(QUEUE),
        variables.standardQueue("RAMPLINE_SPILL_DEAD_QUEUE_URL"));
  }
}
