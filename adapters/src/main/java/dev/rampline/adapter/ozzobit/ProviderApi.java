package dev.rampline.adapter.ozzobit;

import dev.rampline.json.JsonReader;
import dev.rampline.time.Deadline;
import dev.rampline.time.Sleeper;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.random.RandomGenerator;

/**
 * Calls the provider's API: a few tries by a deadline, with jittered pauses that are never shorter
 * than the provider asks for. It follows no redirect, since a request may carry credentials, and
 * nothing of a request or an answer is logged. Thread-safe, if its random generator is.
 */
public final class ProviderApi implements AutoCloseable {
  /** A page of a hundred orders takes a tenth of it. */
  static final int MAX_BYTES = 1024 * 1024;

  static final int MAX_ATTEMPTS = 4;
  private static final Duration ATTEMPT_TIMEOUT = Duration.ofSeconds(10);
  private static final long INITIAL_BACKOFF_MILLIS = 250;

  private final HttpClient client;
  private final String base;
  private final InstantSource clock;
  private final RandomGenerator random;
  private final Sleeper sleeper;

  /**
   * @param base what stands before {@code /api/v2/…} in its addresses (provider.md §1)
   * @param random spreads the pauses
   */
  public ProviderApi(URI base, InstantSource clock, RandomGenerator random, Sleeper pause) {
    this(base, createHttpClient(), clock, random, pause);
  }

  /**
   * The same, with a client of one's own, which is its own from now on.
   *
   * @param base what stands before {@code /api/v2/…} in its addresses (provider.md §1)
   * @param random spreads the pauses
   */
  public ProviderApi(
      URI base, HttpClient client, InstantSource clock, RandomGenerator random, Sleeper pause) {
    this.client = Objects.requireNonNull(client, "client");
    this.base = base.toString().replaceFirst("/+$", "");
    this.clock = Objects.requireNonNull(clock, "clock");
    this.random = Objects.requireNonNull(random, "random");
    this.sleeper = Objects.requireNonNull(pause, "pause");
  }

  /** A client as it is called with: HTTP/1.1, and no redirects. */
  public static HttpClient createHttpClient() {
    return HttpClient.newBuilder()
        .version(HttpClient.Version.HTTP_1_1)
        .followRedirects(HttpClient.Redirect.NEVER)
        .connectTimeout(ATTEMPT_TIMEOUT)
        .build();
  }

  HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(URI.create(base + path)).header("Accept", "application/json");
  }

  /** The first answer that another try would not better, else the last one. */
  ProviderResponse send(HttpRequest request, Deadline deadline) {
    return send(request, deadline, RequestThrottle.UNLIMITED);
  }

  /** The same, where every try waits for its turn. */
  ProviderResponse send(HttpRequest request, Deadline deadline, RequestThrottle turns) {
    ProviderResponse answer = sendThrottled(request, deadline, turns);
    for (int tries = 1; tries < MAX_ATTEMPTS && isTransient(answer); tries++) {
      Duration wait = backoff(tries, answer);
      if (wait.compareTo(deadline.remaining()) >= 0) {
        return answer;
      }
      sleeper.sleep(wait);
      answer = sendThrottled(request, deadline, turns);
    }
    return answer;
  }

  private ProviderResponse sendThrottled(
      HttpRequest request, Deadline deadline, RequestThrottle turns) {
    return turns.await(deadline)
        ? sendOnce(request, deadline.within(ATTEMPT_TIMEOUT))
        : new ProviderResponse.NoResponse();
  }

  private ProviderResponse sendOnce(HttpRequest request, Deadline deadline) {
    // The client's own limit does not hold for a body that comes in drops.
    CompletableFuture<HttpResponse<Optional<byte[]>>> exchange =
        client.sendAsync(request, head -> new BoundedBodySubscriber(MAX_BYTES));
    try {
      return toResponse(exchange.get(deadline.remaining().toMillis(), TimeUnit.MILLISECONDS));
    } catch (ExecutionException failed) {
      // Not only of IOException: the client throws others at a head that makes no sense.
      return failed.getCause() instanceof Error
          ? rethrow(failed)
          : new ProviderResponse.NoResponse();
    } catch (TimeoutException late) {
      exchange.cancel(true);
      return new ProviderResponse.NoResponse();
    } catch (InterruptedException interrupted) {
      exchange.cancel(true);
      Thread.currentThread().interrupt();
      return new ProviderResponse.NoResponse();
    }
  }

  private ProviderResponse toResponse(HttpResponse<Optional<byte[]>> response) {
    Optional<Duration> retryAfter =
        response
            .headers()
            .firstValue("Retry-After")
            .flatMap(value -> RetryAfter.read(value, clock.instant()));
    return response
        .body()
        .<ProviderResponse>map(
            body ->
                new ProviderResponse.Complete(
                    response.statusCode(), JsonReader.read(body), retryAfter))
        .orElseGet(() -> new ProviderResponse.TooLarge(response.statusCode()));
  }

  private static boolean isTransient(ProviderResponse answer) {
    return switch (answer) {
      case ProviderResponse.Complete whole -> whole.isTransient();
      case ProviderResponse.NoResponse() -> true;
      case ProviderResponse.TooLarge tooLarge -> false;
    };
  }

  private Duration backoff(int tries, ProviderResponse answer) {
    long bound = INITIAL_BACKOFF_MILLIS << tries;
    Duration own = Duration.ofMillis(bound / 2 + random.nextLong(bound / 2 + 1));
    Duration asked =
        answer instanceof ProviderResponse.Complete whole
            ? whole.retryAfter().orElse(Duration.ZERO)
            : Duration.ZERO;
    return asked.plus(own);
  }

  private static ProviderResponse rethrow(ExecutionException failed) {
    throw new IllegalStateException("The request cannot be sent", failed.getCause());
  }

  @Override
  public void close() {
    client.shutdownNow();
  }
}
