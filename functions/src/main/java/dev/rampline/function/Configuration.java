package dev.rampline.function;

import dev.rampline.adapter.settings.ConfigurationException;
import dev.rampline.adapter.settings.IngestSettings;
import dev.rampline.adapter.settings.KeysLocation;
import dev.rampline.adapter.settings.Variables;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;

/**
 * Every setting of the function that takes webhooks in, from environment variables alone. An empty
 * variable counts as absent.
 *
 * @param ingest what it shares with all who take words in
 * @param keys where the keys are
 * @param clockLeeway how far the provider's clock may differ from ours
 * @param spillQueueUrl the queue of what the ledger cannot take
 */
public record Configuration(
    IngestSettings ingest, KeysLocation keys, Duration clockLeeway, String spillQueueUrl) {
  private static final Duration LONGEST_LEEWAY = Duration.ofHours(24);

  public Configuration {
    Objects.requireNonNull(ingest, "ingest");
    Objects.requireNonNull(keys, "keys");
    Objects.requireNonNull(clockLeeway, "clockLeeway");
    Objects.requireNonNull(spillQueueUrl, "spillQueueUrl");
  }

  /**
   * Reads the settings.
   *
   * @throws ConfigurationException for the first variable that is missing or makes no sense
   */
  public static Configuration of(Map<String, String> environment) {
    Variables variables = new Variables(environment);
    return new Configuration(
        IngestSettings.of(variables),
        KeysLocation.of(variables),
        clockLeeway(variables),
        variables.standardQueue(SpillConfiguration.QUEUE));
  }

  /**
   * How far the provider's clock may differ from ours.
   *
   * @throws ConfigurationException if it makes no sense
   */
  public static Duration clockLeeway(Variables variables) {
    return variables.duration("RAMPLINE_CLOCK_LEEWAY", "PT5M", LONGEST_LEEWAY);
  }
}
