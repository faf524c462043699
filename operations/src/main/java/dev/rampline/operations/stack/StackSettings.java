package dev.rampline.operations.stack;

import dev.rampline.adapter.configuration.KeysLocation;
import dev.rampline.adapter.configuration.VocabularySetting;
import java.util.HashMap;
import java.util.Map;

/** The environment variables that the template gives its functions. */
public final class StackSettings {
  /** Maps environment variables to parameters. */
  static final Map<String, String> PARAMETERS =
      Map.ofEntries(
          Map.entry("RAMPLINE_NAME", "Name"),
          Map.entry("RAMPLINE_ENVIRONMENT", "Environment"),
          Map.entry("RAMPLINE_EXTRA_FIELDS", "ExtraFields"),
          Map.entry(VocabularySetting.VARIABLE, "Vocabulary"),
          Map.entry("RAMPLINE_CLOCK_LEEWAY", "ClockLeeway"),
          Map.entry("RAMPLINE_LEDGER_BUDGET", "LedgerBudget"),
          Map.entry("RAMPLINE_FIRST_VERSION", "FirstVersion"),
          Map.entry("RAMPLINE_CONFIRM_STATES", "ConfirmStates"),
          Map.entry("RAMPLINE_PROVIDER_URL", "ProviderUrl"),
          Map.entry("RAMPLINE_PROVIDER_AUTH", "ProviderAuth"),
          Map.entry("RAMPLINE_PROVIDER_RATE", "ProviderRate"),
          Map.entry("RAMPLINE_RECONCILE_OVERLAP", "ReconcileOverlap"),
          Map.entry("RAMPLINE_RECONCILE_LOOKBACK", "ReconcileLookback"));

  /** Maps environment variables to the logical ids of the resources that they name. */
  public static final Map<String, String> RESOURCES =
      Map.of(
          "RAMPLINE_TABLE",
          "Ledger",
          "RAMPLINE_QUEUE_URL",
          "EventsQueue",
          "RAMPLINE_TOPIC_ARN",
          "EventsTopic",
          "RAMPLINE_RELAY_DEAD_QUEUE_URL",
          "RelayDeadQueue",
          "RAMPLINE_RETRY_QUEUE_URL",
          "RetryQueue",
          "RAMPLINE_RETRY_DEAD_QUEUE_URL",
          "RetryDeadQueue",
          "RAMPLINE_QUARANTINE_QUEUE_URL",
          "Quarantine",
          "RAMPLINE_SECRET_ID",
          "Keys",
          KeysLocation.API_SECRET_ID,
          "ApiCredentials");

  private StackSettings() {}

  /** Returns the variables of a stack, without those whose parameter or resource is missing. */
  static Map<String, String> of(StackView stack) {
    Map<String, String> variables = new HashMap<>();
    PARAMETERS.forEach(
        (variable, parameter) -> variables.put(variable, stack.parameter(parameter)));
    RESOURCES.forEach(
        (variable, logicalId) ->
            stack.resource(logicalId).ifPresent(id -> variables.put(variable, id)));
    variables.values().removeIf(String::isEmpty);
    return variables;
  }
}
