package dev.rampline.function;

import dev.rampline.adapter.configuration.ConfigurationException;
import dev.rampline.adapter.configuration.EnvironmentVariables;
import dev.rampline.adapter.configuration.IngestSettings;
import dev.rampline.adapter.configuration.KeysLocation;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;

/**
 * Settings of the webhook function. They come from environment variables only; an empty variable
 * counts as absent.
 *
 * @param ingest settings that every function that ingests events has
 * @param keys where the keys are
 * @param clockLeeway how far the provider's clock may differ from Rampline's
 * @param retryQueueUrl the queue for events that the ledger cannot take now
 * @param quarantineUrl the queue for authentic payloads that cannot be placed
 * @param checksOrigin whether only requests of the stack's CloudFront distribution are accepted
 */
public record WebhookConfiguration(
    IngestSettings ingest,
    KeysLocation keys,
    Duration clockLeeway,
    String retryQueueUrl,
    String quarantineUrl,
    boolean checksOrigin) {
  /** The variable that holds the URL of the quarantine. */
  static final String QUARANTINE_VARIABLE = "RAMPLINE_QUARANTINE_QUEUE_URL";

  private static final Duration MAX_LEEWAY = Duration.ofHours(24);

  public WebhookConfiguration {
    Objects.requireNonNull(ingest, "ingest");
    Objects.requireNonNull(keys, "keys");
    Objects.requireNonNull(clockLeeway, "clockLeeway");
    Objects.requireNonNull(retryQueueUrl, "retryQueueUrl");
    Objects.requireNonNull(quarantineUrl, "quarantineUrl");
  }

  /**
   * Reads the settings.
   *
   * @throws ConfigurationException for the first variable that is missing or invalid
   */
  public static WebhookConfiguration of(Map<String, String> environment) {
    EnvironmentVariables variables = new EnvironmentVariables(environment);
    return new WebhookConfiguration(
        IngestSettings.of(variables),
        KeysLocation.of(variables),
        clockLeeway(variables),
        variables.standardQueue(RetryConfiguration.QUEUE_VARIABLE),
        variables.standardQueue(QUARANTINE_VARIABLE),
        variables.matching("RAMPLINE_ORIGIN_CHECK", "on|off", "on or off", "off").equals("on"));
  }

  /**
   * Reads how far the provider's clock may differ from Rampline's.
   *
   * @throws ConfigurationException if the value is invalid
   */
  public static Duration clockLeeway(EnvironmentVariables variables) {
    return variables.duration("RAMPLINE_CLOCK_LEEWAY", "PT5M", MAX_LEEWAY);
  }
}
