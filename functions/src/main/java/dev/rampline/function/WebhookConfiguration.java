package dev.rampline.function;

import dev.rampline.adapter.configuration.ConfigurationException;
import dev.rampline.adapter.configuration.EnvironmentVariables;
import dev.rampline.adapter.configuration.IngestSettings;
import dev.rampline.adapter.configuration.KeysLocation;
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
 * @param retryQueueUrl the queue of what the ledger cannot take
 */
public record WebhookConfiguration(
    IngestSettings ingest, KeysLocation keys, Duration clockLeeway, String retryQueueUrl) {
  private static final Duration MAX_LEEWAY = Duration.ofHours(24);

  public WebhookConfiguration {
    Objects.requireNonNull(ingest, "ingest");
    Objects.requireNonNull(keys, "keys");
    Objects.requireNonNull(clockLeeway, "clockLeeway");
    Objects.requireNonNull(retryQueueUrl, "retryQueueUrl");
  }

  /**
   * Reads the settings.
   *
   * @throws ConfigurationException for the first variable that is missing or makes no sense
   */
  public static WebhookConfiguration of(Map<String, String> environment) {
    EnvironmentVariables variables = new EnvironmentVariables(environment);
    return new WebhookConfiguration(
        IngestSettings.of(variables),
        KeysLocation.of(variables),
        clockLeeway(variables),
        variables.standardQueue(RetryConfiguration.QUEUE_VARIABLE));
  }

  /**
   * How far the provider's clock may differ from ours.
   *
   * @throws ConfigurationException if it makes no sense
   */
  public static Duration clockLeeway(EnvironmentVariables variables) {
    return variables.duration("RAMPLINE_CLOCK_LEEWAY", "PT5M", MAX_LEEWAY);
  }
}
