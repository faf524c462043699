package dev.rampline.fuzzing;

import java.util.Locale;
import java.util.stream.Stream;

/** When in a connection's life the server says what it should not. */
enum ConnectionPhase {
  /** In the place of the answer that makes it a WebSocket. */
  HTTP,
  /** In the place of the engine's handshake. */
  ENGINE,
  /** In the place of the namespace's acceptance. */
  NAMESPACE,
  /** When all is well. */
  SUBSCRIBED;

  static ConnectionPhase of(FuzzInput script) {
    String name = script.find("stage").orElse("");
    return Stream.of(values())
        .filter(stage -> stage.name().toLowerCase(Locale.ROOT).equals(name))
        .findFirst()
        .orElse(SUBSCRIBED);
  }
}
