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

/** Knocks at a door, with nothing in hand. */
final class HttpProbe implements AutoCloseable {
  /** The provider waits no longer for an answer either (provider.md §3.1). */
  private static final Duration TIMEOUT = Duration.ofSeconds(10);

  private final HttpClient client = HttpClient.newBuilder().connectTimeout(TIMEOUT).build();

  /** What came back. */
  sealed interface Reply {
    /**
     * An answer.
     *
     * @param date what its sender's clock showed, if it said so
     */
    record Answered(int status, String body, Optional<Instant> date) implements Reply {}

    /** None, and why not. */
    record NoAnswer(String reason) implements Reply {}
  }

  Reply get(URI door) throws InterruptedException {
    return send(HttpRequest.newBuilder(door).GET());
  }

  Reply postEmpty(URI door) throws InterruptedException {
    return send(HttpRequest.newBuilder(door).POST(BodyPublishers.noBody()));
  }

  private Reply send(HttpRequest.Builder request) throws InterruptedException {
    try {
      HttpResponse<String> answer =
          client.send(request.timeout(TIMEOUT).build(), BodyHandlers.ofString());
      Optional<Instant> date = answer.headers().firstValue("Date").flatMap(HttpProbe::instant);
      return new Reply.Answered(answer.statusCode(), answer.body(), date);
    } catch (IOException failure) {
      return new Reply.NoAnswer(describe(failure));
    }
  }

  private static Optional<Instant> instant(String date) {
    try {
      return Optional.of(Instant.from(DateTimeFormatter.RFC_1123_DATE_TIME.parse(date)));
    } catch (DateTimeParseException odd) {
      return Optional.empty();
    }
  }

  private static String describe(IOException failure) {
    for (@Nullable Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof UnresolvedAddressException) {
        return "its name does not resolve";
      }
    }
    return switch (failure) {
      case HttpTimeoutException late -> "no answer within " + DurationText.of(TIMEOUT);
      case ConnectException refused -> "nothing listens there";
      case SSLException untrusted -> "its certificate or its TLS is not accepted";
      default -> "the connection broke off";
    };
  }

  @Override
  public void close() {
    client.close();
  }
}
