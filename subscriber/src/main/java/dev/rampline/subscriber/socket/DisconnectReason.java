package dev.rampline.subscriber.socket;

import dev.rampline.adapter.failure.NetworkFaults;
import dev.rampline.failure.FailureCause;
import java.net.ProtocolException;
import java.time.Duration;
import java.util.Objects;

/**
 * Why a connection ended or could not be made.
 *
 * @param text a fixed text without anything that the server sent, except for an HTTP status
 * @param retryAfter how long the server asks to wait before the next attempt; zero if it does not
 */
record DisconnectReason(String text, Duration retryAfter) {
  static final DisconnectReason CLOSED = of("closed by the server");
  static final DisconnectReason DISCONNECTED = of("disconnected by the server");
  static final DisconnectReason REFUSED = of("refused by the server");
  static final DisconnectReason SUBSCRIPTION_REFUSED = of("subscription refused by the server");
  static final DisconnectReason ACCEPT_TIMEOUT = of("not accepted in time");
  static final DisconnectReason SILENCE_TIMEOUT = of("silent for too long");
  static final DisconnectReason CONNECTION_FAILED = of(FailureCause.CONNECTION_FAILED.text());
  static final DisconnectReason INVALID_DATA = of("invalid data from the server");
  static final DisconnectReason STOPPED = of("stopped");

  DisconnectReason {
    Objects.requireNonNull(text, "text");
    Objects.requireNonNull(retryAfter, "retryAfter");
  }

  /** The server answered the upgrade to a WebSocket with an HTTP status other than 101. */
  static DisconnectReason upgradeRefused(int status, Duration retryAfter) {
    return new DisconnectReason("upgrade refused with HTTP status " + status, retryAfter);
  }

  /** Classifies an exception of the connection by the classes in its chain. */
  static DisconnectReason of(Throwable failure) {
    return NetworkFaults.chain(failure).anyMatch(ProtocolException.class::isInstance)
        ? INVALID_DATA
        : NetworkFaults.find(failure).map(cause -> of(cause.text())).orElse(CONNECTION_FAILED);
  }

  private static DisconnectReason of(String text) {
    return new DisconnectReason(text, Duration.ZERO);
  }
}
