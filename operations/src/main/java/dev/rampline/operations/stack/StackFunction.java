package dev.rampline.operations.stack;

import dev.rampline.function.ReconcileConfiguration;
import dev.rampline.function.RelayConfiguration;
import dev.rampline.function.RetryConfiguration;
import dev.rampline.function.RotationConfiguration;
import dev.rampline.function.WebhookConfiguration;
import java.util.Map;

/** The functions of the template. */
public enum StackFunction {
  WEBHOOK("WebhookFunction"),
  RELAY("RelayFunction"),
  RETRY("RetryFunction"),
  ROTATION("RotationFunction"),
  RECONCILE("ReconcileFunction");

  /** The alias that API Gateway invokes, of the only function with versions and SnapStart. */
  public static final String ALIAS = "live";

  private final String logicalId;

  StackFunction(String logicalId) {
    this.logicalId = logicalId;
  }

  /** The logical id in the template. */
  public String logicalId() {
    return logicalId;
  }

  /** The logical id of the function's log group. */
  public String logGroupId() {
    return logicalId.replace("Function", "Logs");
  }

  /** Whether the function has versions, of which the alias names one, and SnapStart. */
  public boolean hasAlias() {
    return this == WEBHOOK;
  }

  /** Whether the stack has the function only if ProviderUrl is set. */
  public boolean isProviderClient() {
    return this == ROTATION || this == RECONCILE;
  }

  /**
   * Validates settings as the function does at its start.
   *
   * @throws dev.rampline.adapter.configuration.ConfigurationException if the settings are invalid
   */
  public void validate(Map<String, String> environment) {
    Record _ =
        switch (this) {
          case WEBHOOK -> WebhookConfiguration.of(environment);
          case RELAY -> RelayConfiguration.of(environment);
          case RETRY -> RetryConfiguration.of(environment);
          case ROTATION -> RotationConfiguration.of(environment);
          case RECONCILE -> ReconcileConfiguration.of(environment);
        };
  }
}
