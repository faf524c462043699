package dev.rampline.cli.options;

import dev.rampline.devstack.Ports;
import dev.rampline.devstack.RunningDevStack;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Environment variables of a command: those of this process override those of a running stack. */
public final class CommandVariables {
  private static final String PREFIX = "RAMPLINE_";
  private static final String PROVIDER_URL = "RAMPLINE_PROVIDER_URL";
  private static final String SOCKET_URL = "RAMPLINE_SOCKET_URL";

  private CommandVariables() {}

  public static Map<String, String> of(Ports ports, Optional<RunningDevStack> running) {
    Map<String, String> variables = new HashMap<>();
    variables.put(SOCKET_URL, "http://127.0.0.1:%d/ws".formatted(ports.providerSocket()));
    running
        .map(RunningDevStack::providerUrl)
        .ifPresent(url -> variables.put(PROVIDER_URL, url.toString()));
    System.getenv().entrySet().stream()
        .filter(variable -> variable.getKey().startsWith(PREFIX))
        .filter(variable -> !variable.getValue().isBlank())
        .forEach(variable -> variables.put(variable.getKey(), variable.getValue()));
    return variables;
  }
}
