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

  static final int MAX_TRIES = 4;
  private static final Duration ONE_TRY = Duration.ofSeconds(10);
  private static final long FIRST_PAUSE_MILLIS = 250;

  private final HttpClient client;
  private final String base;
  private final InstantSource clock;
  private final RandomGenerator random;
  private final Sleeper pause;

  /**
   * @param base what stands before {@code /api/v2/…} in its addresses (provider.md §1)
   * @param random spreads the pauses
   */
  public ProviderApi(URI base, InstantSource clock, RandomGenerator random, Sleeper pause) {
    this(base, http(), clock, random, pause);
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
    this.pause = Objects.requireNonNull(pause, "pause");
  }

  /** A client as it is called with: HTTP/1.1, and no redirects. */
  public static HttpClient http() {
    return HttpClient.newBuilder()
        .version(HttpClient.Version.HTTP_1_1)
        .followRedirects(HttpClient.Redirect.NEVER)
        .connectTimeout(ONE_TRY)
        .build();
  }

  HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(URI.create(base + path)).header("Accept", "application/json");
  }

  /** The first answer that another try would not better, else the last one. */
  Answer send(HttpRequest request, Deadline deadline) {
    return send(request, deadline, Turns.AT_ONCE);
  }

  /** The same, where every try waits for its turn. */
  Answer send(HttpRequest request, Deadline deadline, Turns turns) {
    Answer answer = sendInTurn(request, deadline, turns);
    for (int tries = 1; tries < MAX_TRIES && mayPass(answer); tries++) {
      Duration wait = beforeNext(tries, answer);
      if (wait.compareTo(deadline.remaining()) >= 0) {
        return answer;
      }
      pause.sleep(wait);
      answer = sendInTurn(request, deadline, turns);
    }
    return answer;
  }

  private Answer sendInTurn(HttpRequest request, Deadline deadline, Turns turns) {
    return turns.await(deadline) ? sendOnce(request, deadline.within(ONE_TRY)) : new Answer.None();
  }

  private Answer sendOnce(HttpRequest request, Deadline deadline) {
    // The client's own limit does not hold for a body that comes in drops.
    CompletableFuture<HttpResponse<Optional<byte[]>>> exchange =
        client.sendAsync(request, head -> new BoundedBody(MAX_BYTES));
    try {
      return answer(exchange.get(deadline.remaining().toMillis(), TimeUnit.MILLISECONDS));
    } catch (ExecutionException failed) {
      // Not only of IOException: the client throws others at a head that makes no sense.
      return failed.getCause() instanceof Error ? rethrow(failed) : new Answer.None();
    } catch (TimeoutException late) {
      exchange.cancel(true);
      return new Answer.None();
    } catch (InterruptedException interrupted) {
      exchange.cancel(true);
      Thread.currentThread().interrupt();
      return new Answer.None();
    }
  }

  private Answer answer(HttpResponse<Optional<byte[]>> response) {
    Optional<Duration> retryAfter =
        response
            .headers()
            .firstValue("Retry-After")
            .flatMap(value -> RetryAfter.read(value, clock.instant()));
    return response
        .body()
        .<Answer>map(
            body -> new Answer.Whole(response.statusCode(), JsonReader.read(body), retryAfter))
        .orElseGet(() -> new Answer.TooLarge(response.statusCode()));
  }

  private static boolean mayPass(Answer answer) {
    return switch (answer) {
      case Answer.Whole whole -> whole.mayPass();
      case Answer.None() -> true;
      case Answer.TooLarge tooLarge -> false;
    };
  }

  private Duration beforeNext(int tries, Answer answer) {
    long bound = FIRST_PAUSE_MILLIS << tries;
    Duration own = Duration.ofMillis(bound / 2 + random.nextLong(bound / 2 + 1));
    Duration asked =
        answer instanceof Answer.Whole whole
            ? whole.retryAfter().orElse(Duration.ZERO)
            : Duration.ZERO;
    return asked.plus(own);
  }

  private static Answer rethrow(ExecutionException failed) {
    throw new IllegalStateException("The request cannot be sent", failed.getCause());
  }

  @Override
  public void close() {
    client.shutdownNow();
  }
}
