package dev.rampline.operations.doctor;

import dev.rampline.adapter.failure.NetworkFaults;
import dev.rampline.failure.FailureCause;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Optional;

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

    /** No response, and why. */
    record NoAnswer(FailureCause cause) implements Reply {}
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
      return new Reply.NoAnswer(NetworkFaults.ofHttp(failure));
    }
  }

  private static Optional<Instant> instant(String date) {
    try {
      return Optional.of(Instant.from(DateTimeFormatter.RFC_1123_DATE_TIME.parse(date)));
    } catch (DateTimeParseException invalid) {
      return Optional.empty();
    }
  }

  @Override
  public void close() {
    client.close();
  }
}
