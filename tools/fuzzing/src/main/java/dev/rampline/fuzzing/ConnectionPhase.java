package dev.rampline.fuzzing;

import java.util.Locale;
import java.util.stream.Stream;

/** The point in a connection at which the server sends the fuzzed bytes. */
enum ConnectionPhase {
  /** Instead of the HTTP response that upgrades to WebSocket. */
  HTTP,
  /** Instead of the Engine.IO handshake. */
  ENGINE,
  /** Instead of the acceptance of the namespace. */
  NAMESPACE,
  /** After the connection is established. */
  SUBSCRIBED;

  static ConnectionPhase of(FuzzInput script) {
    String name = script.find("stage").orElse("");
    return Stream.of(values())
        .filter(phase -> phase.name().toLowerCase(Locale.ROOT).equals(name))
        .findFirst()
        .orElse(SUBSCRIBED);
  }
}
