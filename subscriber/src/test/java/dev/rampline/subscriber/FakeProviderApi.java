package dev.rampline.subscriber;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;

/** A fake of the provider's API over HTTP, with the orders and customers of a test. */
public final class FakeProviderApi implements AutoCloseable {
  private static final String ORDERS = "/api/v2/orders";
  private static final String KYC = "/api/v2/kyc/status/partner-customer-id";

  private final Map<String, String> orders = new ConcurrentHashMap<>();
  private final Map<String, String> customers = new ConcurrentHashMap<>();
  private final List<String> requests = new CopyOnWriteArrayList<>();
  private final HttpServer server;
  private volatile boolean down;
  private volatile String list = "";
  private volatile Runnable beforeList = () -> {};

  public FakeProviderApi() throws IOException {
    this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.createContext("/", this::respond);
    server.start();
  }

  public URI url() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
  }

  public void order(String id, String status) {
    orders.put(id, status);
  }

  public void customer(String id, String status) {
    customers.put(id, status);
  }

  /** Sets the rows of the list. */
  public void list(String rows) {
    list = rows;
  }

  public void setDown(boolean value) {
    down = value;
  }

  public void beforeList(Runnable action) {
    beforeList = action;
  }

  /** The ids of the requested orders and customers, in order. */
  public List<String> requests() {
    return requests.stream().filter(id -> !id.isEmpty()).toList();
  }

  /** The number of requests for the list. */
  public long listRequests() {
    return requests.stream().filter(String::isEmpty).count();
  }

  @Override
  public void close() {
    server.stop(0);
  }

  private void respond(HttpExchange exchange) throws IOException {
    try (exchange) {
      String path = exchange.getRequestURI().getRawPath();
      String id = id(exchange.getRequestURI());
      requests.add(id);
      if (id.isEmpty()) {
        beforeList.run();
      }
      String status = path.startsWith(KYC) ? customers.get(id) : orders.get(id);
      if (down) {
        exchange.sendResponseHeaders(503, -1);
      } else if (id.isEmpty()) {
        write(
            exchange,
            "{\"data\":[" + list + "],\"pagination\":{\"totalPages\":1,\"currentPage\":1}}");
      } else if (status == null) {
        exchange.sendResponseHeaders(404, -1);
      } else {
        String name = path.startsWith(KYC) ? "partnerCustomerId" : "id";
        write(exchange, "{\"%s\":\"%s\",\"status\":\"%s\"}".formatted(name, id, status));
      }
    }
  }

  private static String id(URI uri) {
    String text =
        uri.getRawPath().startsWith(KYC)
            ? uri.getRawQuery().replaceFirst("partnerCustomerId=", "")
            : uri.getRawPath().substring(ORDERS.length()).replaceFirst("/", "");
    return URLDecoder.decode(text, StandardCharsets.UTF_8);
  }

  private static void write(HttpExchange exchange, String json) throws IOException {
    byte[] body = json.getBytes(StandardCharsets.UTF_8);
    exchange.sendResponseHeaders(200, body.length);
    exchange.getResponseBody().write(body);
  }
}
