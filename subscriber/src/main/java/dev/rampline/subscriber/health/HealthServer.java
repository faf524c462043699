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
 * Answers {@code /health/live} for as long as the process can, and {@code /health/ready} with 503
 * while it is of no use.
 */
public final class HealthServer implements AutoCloseable {
  /** Where it listens unless a setting says otherwise. */
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
   * Starts it.
   *
   * @throws IOException if that address cannot be listened on
   */
  public static HealthServer start(InetSocketAddress address, Supplier<Readiness> readiness)
      throws IOException {
    HealthServer health = new HealthServer(HttpServer.create(address, SYSTEM_BACKLOG), readiness);
    health.server.setExecutor(health.threads);
    health.server.createContext("/", health::respond);
    health.server.start();
    return health;
  }

  /** Where it listens. */
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

  private static void respond(HttpExchange exchange, Readiness now) throws IOException {
    respond(exchange, now.isReady() ? OK : UNAVAILABLE, now.json());
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
