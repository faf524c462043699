package dev.rampline.bench.provider;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.rampline.bench.world.Instance;
import dev.rampline.bench.world.Service;
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

/** The provider's API as one process calls it: in this process, and at once. */
public final class ProviderHttp extends HttpClient {
  private final Api api;
  private final Instance process;
  private final BiFunction<URI, String, String> change;

  /**
   * @param process who calls
   * @param change what becomes of an answer on its way, by the address that was asked
   */
  public ProviderHttp(Provider provider, Instance process, BiFunction<URI, String, String> change) {
    this.api = new Api(provider);
    this.process = process;
    this.change = change;
  }

  @Override
  public <T> CompletableFuture<HttpResponse<T>> sendAsync(
      HttpRequest request, BodyHandler<T> handler) {
    try {
      Api.Answer answer =
          process.call(Service.PROVIDER, what(request), new HttpRefusals(), () -> answer(request));
      byte[] body = change.apply(request.uri(), answer.body()).getBytes(UTF_8);
      return CompletableFuture.completedFuture(
          SimulatedResponse.of(request, answer.status(), body, handler));
    } catch (HttpRefusals.Silence _) {
      return CompletableFuture.failedFuture(new HttpTimeoutException("No answer"));
    } catch (HttpRefusals.Throttling _) {
      return CompletableFuture.completedFuture(
          SimulatedResponse.of(request, 429, new byte[0], handler));
    }
  }

  private Api.Answer answer(HttpRequest request) {
    String bearer = request.headers().firstValue("Authorization").orElse("");
    return api.answer(request.uri(), bearer.replaceFirst("^Bearer ", ""));
  }

  private static String what(HttpRequest request) {
    return "asks the provider " + request.method() + " " + request.uri().getPath();
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
    throw new UnsupportedOperationException("Nothing is encrypted here");
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
