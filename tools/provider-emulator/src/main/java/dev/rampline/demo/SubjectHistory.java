package dev.rampline.demo;

import dev.rampline.testkit.check.ObservedMessage;
import java.util.List;
import java.util.Optional;

/**
 * The messages of one subject.
 *
 * @param state the current state
 * @param sent all its messages by version
 */
record SubjectHistory(String state, List<ObservedMessage> sent) {
  private static final String SOCKET = "socket";
  private static final String API = "api";

  /** The channel that first reported the state, even as unverified. */
  Optional<String> firstReporter() {
    return decidingMessage()
        .map(message -> hasUnverifiedReportBefore(message) ? SOCKET : message.channel());
  }

  /** How the API recovered the state, if it did. */
  Optional<String> recoveryChannel() {
    return decidingMessage()
        .filter(message -> message.channel().equals(API))
        .map(message -> hasUnverifiedReportBefore(message) ? SOCKET : API);
  }

  private Optional<ObservedMessage> decidingMessage() {
    return sent.stream().filter(message -> message.state().equals(state)).findFirst();
  }

  private boolean hasUnverifiedReportBefore(ObservedMessage decisive) {
    return sent.stream()
        .takeWhile(message -> message.version() < decisive.version())
        .flatMap(ObservedMessage::unverifiedStates)
        .anyMatch(state::equals);
  }
}
