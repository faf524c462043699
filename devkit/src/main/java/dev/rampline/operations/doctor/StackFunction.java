package dev.rampline.operations.doctor;

import dev.rampline.function.ReconcileConfiguration;
import dev.rampline.function.RelayConfiguration;
import dev.rampline.function.RetryConfiguration;
import dev.rampline.function.RotationConfiguration;
import dev.rampline.function.WebhookConfiguration;
import java.util.Map;

/** The functions of the template. */
enum StackFunction {
  WEBHOOK("WebhookFunction"),
  RELAY("RelayFunction"),
  RETRY("RetryFunction"),
  ROTATION("RotationFunction"),
  RECONCILE("ReconcileFunction");

  /** Whoever calls a function calls the version that this alias names. */
  static final String ALIAS = "live";

  private final String logicalId;

  StackFunction(String logicalId) {
    this.logicalId = logicalId;
  }

  String logicalId() {
    return logicalId;
  }

  /** Whether the stack has it only where the provider's API is asked. */
  boolean isProviderClient() {
    return this == ROTATION || this == RECONCILE;
  }

  /**
   * Reads its settings as it does.
   *
   * @throws dev.rampline.adapter.configuration.ConfigurationException if it would not start with
   *     them
   */
  void validate(Map<String, String> environment) {
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
