package dev.rampline.devkit.demo;

import java.util.List;
import java.util.Optional;

/**
 * How one subject came to its state.
 *
 * @param state in which it stands
 * @param sent every message about it, by version
 */
record Account(String state, List<QueuedMessage> sent) {
  private static final String SOCKET = "socket";
  private static final String API = "api";

  /** The channel that told of the state first, be it as a claim. */
  Optional<String> first() {
    return decisive().map(message -> wasClaimedBefore(message) ? SOCKET : message.channel());
  }

  /** How the API came to put it right, if it was the API. */
  Optional<String> repairer() {
    return decisive()
        .filter(message -> message.channel().equals(API))
        .map(message -> wasClaimedBefore(message) ? SOCKET : API);
  }

  private Optional<QueuedMessage> decisive() {
    return sent.stream().filter(message -> message.state().equals(state)).findFirst();
  }

  private boolean wasClaimedBefore(QueuedMessage decisive) {
    return sent.stream()
        .takeWhile(message -> message.version() < decisive.version())
        .flatMap(QueuedMessage::claims)
        .anyMatch(state::equals);
  }
}
