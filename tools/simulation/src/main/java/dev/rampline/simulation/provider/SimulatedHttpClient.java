package dev.rampline.simulation.provider;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.rampline.simulation.environment.ExternalService;
import dev.rampline.simulation.environment.SimulatedProcess;
import java.net.Authenticator;
import java.net.CookieHandler;
import java.net.ProxySelector;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpResponse.PushPromiseHandler;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.BiFunction;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import org.jspecify.annotations.Nullable;

/** The HTTP client of one process, connected to the simulated provider's API. */
public final class SimulatedHttpClient extends HttpClient {
  private final SimulatedApi api;
  private final SimulatedProcess process;
  private final BiFunction<URI, String, String> change;

  /**
   * @param process the calling process
   * @param change changes a response body, given the address
   */
  public SimulatedHttpClient(
      SimulatedProvider provider,
      SimulatedProcess process,
      BiFunction<URI, String, String> change) {
    this.api = new SimulatedApi(provider);
    this.process = process;
    this.change = change;
  }

  @Override
  public <T> CompletableFuture<HttpResponse<T>> sendAsync(
      HttpRequest request, BodyHandler<T> handler) {
    try {
      SimulatedApi.Response answer =
          process.call(
              ExternalService.PROVIDER,
              describe(request),
              new HttpErrors(),
              () -> respond(request));
      byte[] body = change.apply(request.uri(), answer.body()).getBytes(UTF_8);
      return CompletableFuture.completedFuture(
          SimulatedResponse.of(request, answer.status(), body, handler));
    } catch (HttpErrors.ResponseTimeout _) {
      return CompletableFuture.failedFuture(new HttpTimeoutException("No response"));
    } catch (HttpErrors.Throttling _) {
      return CompletableFuture.completedFuture(
          SimulatedResponse.of(request, 429, new byte[0], handler));
    }
  }

  private SimulatedApi.Response respond(HttpRequest request) {
    String bearer = request.headers().firstValue("Authorization").orElse("");
    return api.respond(request.uri(), bearer.replaceFirst("^Bearer ", ""));
  }

  private static String describe(HttpRequest request) {
    return "calls the provider: " + request.method() + " " + request.uri().getPath();
  }

  @Override
  public <T> CompletableFuture<HttpResponse<T>> sendAsync(
      HttpRequest request, BodyHandler<T> handler, @Nullable PushPromiseHandler<T> pushed) {
    return sendAsync(request, handler);
  }

  @Override
  public <T> HttpResponse<T> send(HttpRequest request, BodyHandler<T> handler) {
    return sendAsync(request, handler).join();
  }

  @Override
  public Optional<CookieHandler> cookieHandler() {
    return Optional.empty();
  }

  @Override
  public Optional<Duration> connectTimeout() {
    return Optional.empty();
  }

  @Override
  public Redirect followRedirects() {
    return Redirect.NEVER;
  }

  @Override
  public Optional<ProxySelector> proxy() {
    return Optional.empty();
  }

  @Override
  public SSLContext sslContext() {
    throw new UnsupportedOperationException("The simulation does not use TLS");
  }

  @Override
  public SSLParameters sslParameters() {
    return new SSLParameters();
  }

  @Override
  public Optional<Authenticator> authenticator() {
    return Optional.empty();
  }

  @Override
  public Version version() {
    return Version.HTTP_1_1;
  }

  @Override
  public Optional<Executor> executor() {
    return Optional.empty();
  }
}
