package dev.rampline.operations.doctor;

import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpTimeoutException;
import java.nio.channels.UnresolvedAddressException;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;

/** Sends requests without credentials to check that a URL responds. */
final class HttpProbe implements AutoCloseable {
  /** The provider's own timeout: see {@code docs/provider-api.md#delivery-rules}. */
  private static final Duration TIMEOUT = Duration.ofSeconds(10);

  private final HttpClient client = HttpClient.newBuilder().connectTimeout(TIMEOUT).build();

  /** The result of a request. */
  sealed interface Reply {
    /**
     * A response.
     *
     * @param date the Date header, if present
     */
    record Answered(int status, String body, Optional<Instant> date) implements Reply {}

    /** No response, and the reason. */
    record NoAnswer(String reason) implements Reply {}
  }

  Reply get(URI url) throws InterruptedException {
    return send(HttpRequest.newBuilder(url).GET());
  }

  Reply postEmpty(URI url) throws InterruptedException {
    return send(HttpRequest.newBuilder(url).POST(BodyPublishers.noBody()));
  }

  private Reply send(HttpRequest.Builder request) throws InterruptedException {
    try {
      HttpResponse<String> response =
          client.send(request.timeout(TIMEOUT).build(), BodyHandlers.ofString());
      Optional<Instant> date = response.headers().firstValue("Date").flatMap(HttpProbe::instant);
      return new Reply.Answered(response.statusCode(), response.body(), date);
    } catch (IOException failure) {
      return new Reply.NoAnswer(describe(failure));
    }
  }

  private static Optional<Instant> instant(String date) {
    try {
      return Optional.of(Instant.from(DateTimeFormatter.RFC_1123_DATE_TIME.parse(date)));
    } catch (DateTimeParseException invalid) {
      return Optional.empty();
    }
  }

  private static String describe(IOException failure) {
    for (@Nullable Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof UnresolvedAddressException) {
        return "the host name does not resolve";
      }
    }
    return switch (failure) {
      case HttpTimeoutException _ -> "no response within " + DurationText.of(TIMEOUT);
      case ConnectException _ -> "connection refused";
      case SSLException _ -> "TLS handshake failed or the certificate is not trusted";
      default -> "the connection was closed";
    };
  }

  @Override
  public void close() {
    client.close();
  }
}
