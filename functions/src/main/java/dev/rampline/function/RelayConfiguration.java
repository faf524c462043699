package dev.rampline.function;

import dev.rampline.adapter.settings.ConfigurationException;
import dev.rampline.adapter.settings.Outlet;
import dev.rampline.adapter.settings.Variables;
import java.util.Map;
import java.util.Objects;

/**
 * The settings of the function that sends from the ledger's stream.
 *
 * @param outlet where messages go
 * @param deadQueueUrl the queue of what can never be sent
 */
public record RelayConfiguration(Outlet outlet, String deadQueueUrl) {
  public RelayConfiguration {
    Objects.requireNonNull(outlet, "outlet");
    Objects.requireNonNull(deadQueueUrl, "deadQueueUrl");
  }

  /**
   * Reads the settings.
   *
   * @throws ConfigurationException for the first variable that is missing or makes no sense
   */
  public static RelayConfiguration of(Map<String, String> environment) {
    Variables variables = new Variables(environment);
    return new RelayConfiguration(
        Outlet.of(variables), variables.standardQueue("RAMPLINE_RELAY_DEAD_QUEUE_URL"));
  }
}
