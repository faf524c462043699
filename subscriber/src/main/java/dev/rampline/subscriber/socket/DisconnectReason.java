package dev.rampline.subscriber.socket;

import java.io.EOFException;
import java.io.IOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.ProtocolException;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.Objects;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLHandshakeException;

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
  static final DisconnectReason CONNECTION_FAILED = of("connection failed");
  static final DisconnectReason STOPPED = of("stopped");

  DisconnectReason {
    Objects.requireNonNull(text, "text");
    Objects.requireNonNull(retryAfter, "retryAfter");
  }

  /** The server answered the upgrade to a WebSocket with an HTTP status other than 101. */
  static DisconnectReason upgradeRefused(int status, Duration retryAfter) {
    return new DisconnectReason("upgrade refused with HTTP status " + status, retryAfter);
  }

  /** Classifies an exception of the connection by its class. */
  static DisconnectReason of(Throwable failure) {
    return switch (failure) {
      case UnknownHostException _ -> of("host name not found");
      case ConnectException _ -> of("connection refused");
      case NoRouteToHostException _ -> of("host not reachable");
      case SSLHandshakeException _ -> of("TLS failed");
      // TLS wraps the exceptions of the connection below it.
      case SSLException _ when failure.getCause() instanceof IOException below -> of(below);
      case SSLException _ -> of("TLS failed");
      case SocketTimeoutException _ -> of("timed out");
      case ProtocolException _ -> of("invalid data from the server");
      case SocketException _ -> of("connection broken");
      case EOFException _ -> of("connection broken");
      case IOException _ when failure.getCause() != null -> of(failure.getCause());
      default -> CONNECTION_FAILED;
    };
  }

  private static DisconnectReason of(String text) {
    return new DisconnectReason(text, Duration.ZERO);
  }
}
