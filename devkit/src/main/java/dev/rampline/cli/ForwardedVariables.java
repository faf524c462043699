package dev.rampline.cli;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The settings that a stack takes from the environment of the command; the rest are its own. */
final class ForwardedVariables {
  private static final List<String> PREFIXES =
      List.of(
          "RAMPLINE_EXTRA_FIELDS",
          "RAMPLINE_CLOCK_LEEWAY",
          "RAMPLINE_LEDGER_BUDGET",
          "RAMPLINE_PROVIDER_",
          "RAMPLINE_RECONCILE_",
          "RAMPLINE_SOCKET_",
          "RAMPLINE_API_KEY");

  private ForwardedVariables() {}

  /** Those that are set; an empty one is not. */
  static Map<String, String> read() {
    return System.getenv().entrySet().stream()
        .filter(variable -> !variable.getValue().isBlank())
        .filter(variable -> PREFIXES.stream().anyMatch(variable.getKey()::startsWith))
        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
  }
}
