package dev.rampline.invoke;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Lambda's runtime API on loopback, for one event: it returns the event to the first request and
 * receives the response. Thread-safe.
 */
final class RuntimeApi implements AutoCloseable {
  private static final String ROOT = "/2018-06-01/runtime/";
  private static final int ACCEPTED = 202;

  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final CompletableFuture<InvocationResult> result = new CompletableFuture<>();
  private final CompletableFuture<Void> closed = new CompletableFuture<>();
  private final AtomicLong snapshotAt = new AtomicLong();
  private final AtomicLong firstRequestAt = new AtomicLong();
  private final long startedAt = System.nanoTime();
  private final byte[] event;
  private final Duration timeout;
  private final HttpServer server;

  private RuntimeApi(byte[] event, Duration longest) throws IOException {
    this.event = event;
    this.timeout = longest;
    this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(threads);
    server.createContext(ROOT + "invocation/next", this::next);
    server.createContext(ROOT + "invocation/", this::handleAnswer);
    server.createContext(ROOT + "init/error", this::handleInitError);
    server.createContext(ROOT + "restore/next", this::restore);
    server.createContext(ROOT + "restore/error", this::handleInitError);
  }

  /**
   * Starts the server and the clock.
   *
   * @param longest the timeout that the function is given
   */
  static RuntimeApi start(byte[] event, Duration longest) throws IOException {
    RuntimeApi api = new RuntimeApi(event, longest);
    api.server.start();
    return api;
  }

  /** The host and port. */
  String address() {
    return "127.0.0.1:" + server.getAddress().getPort();
  }

  /** The result of the invocation. */
  CompletableFuture<InvocationResult> result() {
    return result;
  }

  /**
   * Lambda takes the snapshot here and resumes from it in each copy; here the process continues.
   */
  private void restore(HttpExchange exchange) throws IOException {
    snapshotAt.set(System.nanoTime());
    reply(exchange, 200, new byte[0]);
  }

  private void next(HttpExchange exchange) throws IOException {
    if (!firstRequestAt.compareAndSet(0, System.nanoTime())) {
      // There is no second event; the request blocks, as between two events.
      closed.join();
      exchange.close();
      return;
    }
    Headers headers = exchange.getResponseHeaders();
    headers.set("Lambda-Runtime-Aws-Request-Id", UUID.randomUUID().toString());
    headers.set(
        "Lambda-Runtime-Deadline-Ms", Long.toString(Instant.now().plus(timeout).toEpochMilli()));
    headers.set(
        "Lambda-Runtime-Invoked-Function-Arn",
        "arn:aws:lambda:us-east-1:000000000000:function:rampline");
    headers.set("Lambda-Runtime-Trace-Id", traceHeader());
    headers.set("Content-Type", "application/json");
    reply(exchange, 200, event);
  }

  /** The trace header in Lambda's format. */
  private static String traceHeader() {
    String digits = UUID.randomUUID().toString().replace("-", "");
    return "Root=1-%s-%s;Parent=%s;Sampled=1"
        .formatted(digits.substring(0, 8), digits.substring(8), digits.substring(0, 16));
  }

  private void handleAnswer(HttpExchange exchange) throws IOException {
    boolean failed = exchange.getRequestURI().getPath().endsWith("/error");
    end(exchange, failed, firstRequestAt.get());
  }

  private void handleInitError(HttpExchange exchange) throws IOException {
    end(exchange, true, System.nanoTime());
  }

  private void end(HttpExchange exchange, boolean failed, long begun) throws IOException {
    long snapshot = snapshotAt.get();
    Duration init = Duration.ofNanos((snapshot == 0 ? begun : snapshot) - startedAt);
    Duration restore = snapshot == 0 ? null : Duration.ofNanos(begun - snapshot);
    Duration duration = Duration.ofNanos(System.nanoTime() - begun);
    String answer = new String(exchange.getRequestBody().readAllBytes(), UTF_8);
    reply(exchange, ACCEPTED, new byte[0]);
    result.complete(new InvocationResult(failed, answer, init, restore, duration));
  }

  private static void reply(HttpExchange exchange, int status, byte[] body) throws IOException {
    try (exchange) {
      exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
      exchange.getResponseBody().write(body);
    }
  }

  @Override
  public void close() {
    closed.complete(null);
    server.stop(0);
    threads.shutdownNow();
  }
}
