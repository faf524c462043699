package dev.rampline.adapter.aws;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.HttpURLConnection;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.http.AbortableInputStream;
import software.amazon.awssdk.http.ContentStreamProvider;
import software.amazon.awssdk.http.ExecutableHttpRequest;
import software.amazon.awssdk.http.HttpExecuteRequest;
import software.amazon.awssdk.http.HttpExecuteResponse;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.SdkHttpRequest;
import software.amazon.awssdk.http.SdkHttpResponse;
import software.amazon.awssdk.utils.AttributeMap;

/**
 * The HTTP client of the AWS clients: the JDK's, which starts fastest, with requests and responses
 * that are held in memory. It applies the {@link CallLimit} of the calling thread. The SDK's client
 * for it streams each request, and for a streamed request Java waits a millisecond to find out
 * whether its kept connection is still open ({@code
 * docs/decisions/0027-aws-calls-are-buffered-and-have-one-deadline.md}). Thread-safe.
 */
final class BufferedHttpClient implements SdkHttpClient, SdkHttpClient.Builder<BufferedHttpClient> {
  /** A connection attempt cannot be broken off, so a call may exceed its limit by this. */
  private static final Duration CONNECT_TIMEOUT = Duration.ofMillis(500);

  private static final int ERROR = 400;
  private static final int BUFFER_BYTES = 8192;

  @Override
  public ExecutableHttpRequest prepareRequest(HttpExecuteRequest request) {
    return new Call(request);
  }

  @Override
  public SdkHttpClient buildWithDefaults(AttributeMap defaults) {
    return this;
  }

  @Override
  public String clientName() {
    return "UrlConnection";
  }

  /** Does nothing: all clients share Java's kept connections. */
  @Override
  public void close() {}

  private static final class Call implements ExecutableHttpRequest {
    private final HttpExecuteRequest request;
    private volatile @Nullable HttpURLConnection connection;

    Call(HttpExecuteRequest request) {
      this.request = request;
    }

    @Override
    public HttpExecuteResponse call() throws IOException {
      Duration limit = CallLimit.ofAttempt();
      if (!limit.isPositive()) {
        throw new SocketTimeoutException("No time is left for the call");
      }
      HttpURLConnection opened = open(request.httpRequest(), limit);
      connection = opened;
      try (CallWatchdog.Watch watch = CallWatchdog.watch(opened, limit)) {
        return exchange(opened, watch);
      }
    }

    @Override
    public void abort() {
      HttpURLConnection opened = connection;
      if (opened != null) {
        opened.disconnect();
      }
    }

    /** Java throws NullPointerException if another thread disconnects a call that is connecting. */
    private HttpExecuteResponse exchange(HttpURLConnection opened, CallWatchdog.Watch watch)
        throws IOException {
      try {
        ContentStreamProvider content = request.contentStreamProvider().orElse(null);
        if (content != null) {
          send(content, opened);
        }
        return response(opened, watch);
      } catch (IOException | NullPointerException failure) {
        if (watch.isOver()) {
          throw timeout(failure);
        }
        throw failure instanceof IOException network
            ? network
            : new IOException("The connection was closed", failure);
      }
    }
  }

  private static HttpURLConnection open(SdkHttpRequest request, Duration limit) throws IOException {
    URI uri = request.getUri();
    HttpURLConnection connection = (HttpURLConnection) uri.toURL().openConnection();
    connection.setRequestMethod(request.method().name());
    connection.setInstanceFollowRedirects(false);
    connection.setConnectTimeout(
        millis(limit.compareTo(CONNECT_TIMEOUT) < 0 ? limit : CONNECT_TIMEOUT));
    connection.setReadTimeout(millis(limit));
    connection.setRequestProperty("Accept", "*/*");
    request.forEachHeader(
        (name, values) -> values.forEach(value -> connection.setRequestProperty(name, value)));
    return connection;
  }

  private static void send(ContentStreamProvider content, HttpURLConnection connection)
      throws IOException {
    connection.setDoOutput(true);
    try (InputStream body = content.newStream();
        OutputStream out = connection.getOutputStream()) {
      body.transferTo(out);
    }
  }

  private static HttpExecuteResponse response(
      HttpURLConnection connection, CallWatchdog.Watch watch) throws IOException {
    int status = connection.getResponseCode();
    byte[] body = body(connection, status, watch);
    Map<String, List<String>> headers = new HashMap<>(connection.getHeaderFields());
    // The status line has no name.
    headers.remove(null);
    return HttpExecuteResponse.builder()
        .response(SdkHttpResponse.builder().statusCode(status).headers(headers).build())
        .responseBody(AbortableInputStream.create(new ByteArrayInputStream(body)))
        .build();
  }

  private static byte[] body(HttpURLConnection connection, int status, CallWatchdog.Watch watch)
      throws IOException {
    ByteArrayOutputStream body = new ByteArrayOutputStream();
    try (InputStream in =
        status >= ERROR ? connection.getErrorStream() : connection.getInputStream()) {
      byte[] buffer = new byte[BUFFER_BYTES];
      while (in != null) {
        int length = in.read(buffer);
        if (length < 0) {
          break;
        }
        if (watch.isOver()) {
          throw timeout(null);
        }
        body.write(buffer, 0, length);
      }
    }
    return body.toByteArray();
  }

  private static SocketTimeoutException timeout(@Nullable Exception cause) {
    SocketTimeoutException timeout = new SocketTimeoutException("The call took too long");
    timeout.initCause(cause);
    return timeout;
  }

  private static int millis(Duration duration) {
    return (int) Math.max(1, duration.toMillis());
  }
}
