package dev.rampline.subscriber.health;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Supplier;

/**
 * HTTP server for health checks: {@code /health/live} returns 200 while the process runs, and
 * {@code /health/ready} returns 503 while the subscriber cannot receive or store events.
 */
public final class HealthServer implements AutoCloseable {
  /** The default port. */
  public static final int DEFAULT_PORT = 8090;

  private static final int OK = 200;
  private static final int NOT_FOUND = 404;
  private static final int METHOD_NOT_ALLOWED = 405;
  private static final int UNAVAILABLE = 503;
  private static final int SYSTEM_BACKLOG = 0;
  private static final int NO_BODY = -1;

  private final HttpServer server;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final Supplier<Readiness> readiness;

  private HealthServer(HttpServer server, Supplier<Readiness> readiness) {
    this.server = server;
    this.readiness = readiness;
  }

  /**
   * Starts a health server.
   *
   * @throws IOException if the address cannot be bound
   */
  public static HealthServer start(InetSocketAddress address, Supplier<Readiness> readiness)
      throws IOException {
    HealthServer health = new HealthServer(HttpServer.create(address, SYSTEM_BACKLOG), readiness);
    health.server.setExecutor(health.threads);
    health.server.createContext("/", health::respond);
    health.server.start();
    return health;
  }

  /** The port that the server listens on. */
  public int port() {
    return server.getAddress().getPort();
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }

  private void respond(HttpExchange exchange) throws IOException {
    try (exchange) {
      switch (exchange.getRequestURI().getPath()) {
        case "/health/live" -> respond(exchange, OK, "{\"live\":true}\n");
        case "/health/ready" -> respond(exchange, readiness.get());
        case null, default -> respond(exchange, NOT_FOUND, "");
      }
    }
  }

  private static void respond(HttpExchange exchange, Readiness current) throws IOException {
    respond(exchange, current.isReady() ? OK : UNAVAILABLE, current.json());
  }

  private static void respond(HttpExchange exchange, int status, String text) throws IOException {
    boolean asksForBody = exchange.getRequestMethod().equals("GET");
    if (!asksForBody && !exchange.getRequestMethod().equals("HEAD")) {
      exchange.getResponseHeaders().set("Allow", "GET, HEAD");
      exchange.sendResponseHeaders(METHOD_NOT_ALLOWED, NO_BODY);
      return;
    }
    byte[] body = text.getBytes(StandardCharsets.US_ASCII);
    exchange.getResponseHeaders().set("Content-Type", "application/json");
    boolean hasBody = asksForBody && body.length > 0;
    exchange.sendResponseHeaders(status, hasBody ? body.length : NO_BODY);
    if (hasBody) {
      exchange.getResponseBody().write(body);
    }
  }
}
