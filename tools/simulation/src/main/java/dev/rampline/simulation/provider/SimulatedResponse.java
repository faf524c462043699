package dev.rampline.simulation.provider;

import java.net.URI;
import java.net.http.HttpClient.Version;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Flow;
import javax.net.ssl.SSLSession;

/** A complete HTTP response. */
record SimulatedResponse<T>(HttpRequest request, int statusCode, T body)
    implements HttpResponse<T> {
  private static final HttpHeaders NO_HEADERS = HttpHeaders.of(Map.of(), (_, _) -> true);

  /** Passes the bytes to the caller's body handler. */
  static <T> SimulatedResponse<T> of(
      HttpRequest request, int status, byte[] bytes, BodyHandler<T> handler) {
    BodySubscriber<T> reader = handler.apply(new Head(status));
    reader.onSubscribe(new CompletedSubscription());
    reader.onNext(List.of(ByteBuffer.wrap(bytes)));
    reader.onComplete();
    return new SimulatedResponse<>(request, status, reader.getBody().toCompletableFuture().join());
  }

  @Override
  public HttpHeaders headers() {
    return NO_HEADERS;
  }

  @Override
  public Optional<HttpResponse<T>> previousResponse() {
    return Optional.empty();
  }

  @Override
  public Optional<SSLSession> sslSession() {
    return Optional.empty();
  }

  @Override
  public URI uri() {
    return request.uri();
  }

  @Override
  public Version version() {
    return Version.HTTP_1_1;
  }

  private record Head(int statusCode) implements ResponseInfo {
    @Override
    public HttpHeaders headers() {
      return NO_HEADERS;
    }

    @Override
    public Version version() {
      return Version.HTTP_1_1;
    }
  }

  /** All bytes are available at once. */
  private record CompletedSubscription() implements Flow.Subscription {
    @Override
    public void request(long count) {}

    @Override
    public void cancel() {}
  }
}
