package dev.rampline.failure;

import java.util.Optional;
import java.util.stream.Stream;

/**
 * Why a call failed, by the class of the exception and the HTTP status and never by the body. The
 * texts are values of log fields and of a metric's dimension: there are few, and they never change.
 */
public enum FailureCause {
  NAME_NOT_RESOLVED("name-not-resolved", "the host name does not resolve"),
  CONNECTION_REFUSED("connection-refused", "the connection was refused"),
  /** Another network error, such as no route, a reset, or a connection that was closed. */
  CONNECTION_FAILED("connection-failed", "the connection failed or was closed"),
  TLS_FAILED("tls-failed", "the TLS handshake failed or the certificate is not trusted"),
  TIMEOUT("timeout", "there was no response in time"),
  HTTP_REDIRECT("http-3xx", "an HTTP redirect"),
  HTTP_UNAUTHORIZED("http-401", "HTTP status 401"),
  HTTP_FORBIDDEN("http-403", "HTTP status 403"),
  HTTP_NOT_FOUND("http-404", "HTTP status 404"),
  HTTP_TOO_MANY_REQUESTS("http-429", "HTTP status 429"),
  HTTP_CLIENT_ERROR("http-4xx", "an HTTP status 4xx"),
  HTTP_SERVER_ERROR("http-5xx", "an HTTP status 5xx"),
  HTTP_OTHER("http-other", "an unexpected HTTP status"),
  RESPONSE_NOT_HTTP("response-not-http", "the response is not valid HTTP"),
  RESPONSE_TOO_LARGE("response-too-large", "the response is too large"),
  RESPONSE_NOT_JSON("response-not-json", "the response is not JSON"),
  RESPONSE_INCOMPLETE("response-incomplete", "the response does not contain the requested data"),
  INTERRUPTED("interrupted", "the call was interrupted"),
  NO_TIME_LEFT("no-time-left", "no time was left for the call"),
  KEYS_UNAVAILABLE("keys-unavailable", "the keys cannot be read"),
  NO_CREDENTIALS("no-credentials", "the keys lack the credential that requests need"),
  WRITE_RACES_LOST("write-races-lost", "every attempt lost a write race for the record"),
  LEDGER_UNAVAILABLE("ledger-unavailable", "the ledger is unavailable"),
  INTERNAL_ERROR("internal-error", "Rampline has a fault");

  private static final int STATUS_CLASS = 100;

  private final String text;
  private final String description;

  FailureCause(String text, String description) {
    this.text = text;
    this.description = description;
  }

  /** Returns the cause of a response with an HTTP status that does not bring what was requested. */
  static FailureCause ofStatus(int status) {
    return switch (status) {
      case 401 -> HTTP_UNAUTHORIZED;
      case 403 -> HTTP_FORBIDDEN;
      case 404 -> HTTP_NOT_FOUND;
      case 429 -> HTTP_TOO_MANY_REQUESTS;
      default ->
          switch (status / STATUS_CLASS) {
            case 3 -> HTTP_REDIRECT;
            case 4 -> HTTP_CLIENT_ERROR;
            case 5 -> HTTP_SERVER_ERROR;
            default -> HTTP_OTHER;
          };
    };
  }

  /** Returns the cause with this text; empty if there is none. */
  public static Optional<FailureCause> find(String text) {
    return Stream.of(values()).filter(cause -> cause.text.equals(text)).findFirst();
  }

  /** Returns the name in log entries, metric dimensions, and JSON. */
  public String text() {
    return text;
  }

  /** Returns what happened, as a clause that a sentence can end with. */
  public String description() {
    return description;
  }

  boolean isStatus() {
    return text.startsWith("http-");
  }
}
