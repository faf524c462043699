package dev.rampline.devkit.demo;

import java.util.List;
import java.util.Optional;

/**
 * How one subject came to its state.
 *
 * @param state in which it stands
 * @param sent every message about it, by version
 */
record SubjectHistory(String state, List<QueuedMessage> sent) {
  private static final String SOCKET = "socket";
  private static final String API = "api";

  /** The channel that told of the state first, be it as a claim. */
  Optional<String> firstReporter() {
    return decidingMessage()
        .map(message -> hasUnverifiedReportBefore(message) ? SOCKET : message.channel());
  }

  /** How the API came to put it right, if it was the API. */
  Optional<String> recoveryChannel() {
    return decidingMessage()
        .filter(message -> message.channel().equals(API))
        .map(message -> hasUnverifiedReportBefore(message) ? SOCKET : API);
  }

  private Optional<QueuedMessage> decidingMessage() {
    return sent.stream().filter(message -> message.state().equals(state)).findFirst();
  }

  private boolean hasUnverifiedReportBefore(QueuedMessage decisive) {
    return sent.stream()
        .takeWhile(message -> message.version() < decisive.version())
        .flatMap(QueuedMessage::unverifiedStates)
        .anyMatch(state::equals);
  }
}
