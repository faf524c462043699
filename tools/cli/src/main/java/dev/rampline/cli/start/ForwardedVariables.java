package dev.rampline.cli.start;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The environment variables of the command that a local stack uses as settings. */
final class ForwardedVariables {
  private static final List<String> PREFIXES =
      List.of(
          "RAMPLINE_EXTRA_FIELDS",
          "RAMPLINE_VOCABULARY",
          "RAMPLINE_CLOCK_LEEWAY",
          "RAMPLINE_LEDGER_BUDGET",
          "RAMPLINE_FIRST_VERSION",
          "RAMPLINE_CONFIRM_STATES",
          "RAMPLINE_PROVIDER_",
          "RAMPLINE_RECONCILE_",
          "RAMPLINE_SOCKET_",
          "RAMPLINE_API_KEY");

  private ForwardedVariables() {}

  /** Returns the variables that are set and not blank. */
  static Map<String, String> read() {
    return System.getenv().entrySet().stream()
        .filter(variable -> !variable.getValue().isBlank())
        .filter(variable -> PREFIXES.stream().anyMatch(variable.getKey()::startsWith))
        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
  }
}
