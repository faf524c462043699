package dev.rampline.adapter.ozzobit;

import dev.rampline.adapter.failure.NetworkFaults;
import dev.rampline.failure.FailureCause;
import dev.rampline.json.JsonReader;
import dev.rampline.time.Deadline;
import dev.rampline.time.JitteredBackoff;
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
 * Calls the provider's API with a few attempts before the deadline and jittered backoff, which is
 * never shorter than the provider's {@code Retry-After}. It follows no redirects, because requests
 * contain credentials, and logs no part of a request or response. Thread-safe if its random
 * generator is.
 */
public final class ProviderApi implements AutoCloseable {
  /** A page of a hundred orders is about a tenth of it. */
  static final int MAX_BYTES = 1024 * 1024;

  static final int MAX_ATTEMPTS = 4;
  private static final Duration ATTEMPT_TIMEOUT = Duration.ofSeconds(10);
  private static final Duration FIRST_BACKOFF = Duration.ofMillis(500);
  private static final Duration MAX_BACKOFF = Duration.ofSeconds(2);

  private final HttpClient client;
  private final String base;
  private final InstantSource clock;
  private final JitteredBackoff backoff;
  private final Sleeper sleeper;

  /**
   * @param base the API's URL before {@code /api/v2/…} ({@code
   *     docs/provider-api.md#hosts-and-environments})
   * @param random source of the backoff jitter
   */
  public ProviderApi(URI base, InstantSource clock, RandomGenerator random, Sleeper sleeper) {
    this(base, createHttpClient(), clock, random, sleeper);
  }

  /**
   * Creates an API with the given HTTP client and takes ownership of the client.
   *
   * @param base the API's URL before {@code /api/v2/…} ({@code
   *     docs/provider-api.md#hosts-and-environments})
   * @param random source of the backoff jitter
   */
  public ProviderApi(
      URI base, HttpClient client, InstantSource clock, RandomGenerator random, Sleeper sleeper) {
    this.client = Objects.requireNonNull(client, "client");
    this.base = base.toString().replaceFirst("/+$", "");
    this.clock = Objects.requireNonNull(clock, "clock");
    this.backoff = JitteredBackoff.half(FIRST_BACKOFF, MAX_BACKOFF, random);
    this.sleeper = Objects.requireNonNull(sleeper, "sleeper");
  }

  /** Creates the default HTTP client: HTTP/1.1 and no redirects. */
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

  /** Returns the first response that is not transient, else the last one. */
  ProviderResponse send(HttpRequest request, Deadline deadline) {
    return send(request, deadline, RequestThrottle.UNLIMITED);
  }

  /** Sends a request with a throttle for every attempt. */
  ProviderResponse send(HttpRequest request, Deadline deadline, RequestThrottle throttle) {
    if (!throttle.await(deadline)) {
      return new ProviderResponse.NoResponse(FailureCause.NO_TIME_LEFT, null);
    }
    ProviderResponse response = sendOnce(request, deadline.within(ATTEMPT_TIMEOUT));
    for (int attempts = 1; attempts < MAX_ATTEMPTS && isTransient(response); attempts++) {
      Duration wait = retryAfter(response).plus(backoff.after(attempts));
      if (wait.compareTo(deadline.remaining()) >= 0) {
        return response;
      }
      sleeper.sleep(wait);
      if (!throttle.await(deadline)) {
        return response;
      }
      response = sendOnce(request, deadline.within(ATTEMPT_TIMEOUT));
    }
    return response;
  }

  private ProviderResponse sendOnce(HttpRequest request, Deadline deadline) {
    // The client's own timeout does not cover a body that arrives slowly.
    CompletableFuture<HttpResponse<Optional<byte[]>>> exchange =
        client.sendAsync(request, headers -> new BoundedBodySubscriber(MAX_BYTES));
    try {
      return toResponse(exchange.get(deadline.remaining().toMillis(), TimeUnit.MILLISECONDS));
    } catch (ExecutionException failed) {
      // Not only for IOException: the client throws other exceptions on malformed headers.
      return failed.getCause() instanceof Error
          ? rethrow(failed)
          : new ProviderResponse.NoResponse(NetworkFaults.ofHttp(failed), failed);
    } catch (TimeoutException late) {
      exchange.cancel(true);
      return new ProviderResponse.NoResponse(FailureCause.TIMEOUT, late);
    } catch (InterruptedException interrupted) {
      exchange.cancel(true);
      Thread.currentThread().interrupt();
      return new ProviderResponse.NoResponse(FailureCause.INTERRUPTED, interrupted);
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
                ProviderResponse.Complete.of(
                    response.statusCode(), JsonReader.read(body), retryAfter))
        .orElseGet(() -> new ProviderResponse.TooLarge(response.statusCode()));
  }

  private static boolean isTransient(ProviderResponse response) {
    return switch (response) {
      case ProviderResponse.Complete complete -> complete.isTransient();
      case ProviderResponse.NoResponse noResponse -> true;
      case ProviderResponse.TooLarge tooLarge -> false;
    };
  }

  private static Duration retryAfter(ProviderResponse response) {
    return response instanceof ProviderResponse.Complete complete
        ? complete.retryAfter().orElse(Duration.ZERO)
        : Duration.ZERO;
  }

  private static ProviderResponse rethrow(ExecutionException failed) {
    throw new IllegalStateException("The request cannot be sent", failed.getCause());
  }

  @Override
  public void close() {
    client.shutdownNow();
  }
}
