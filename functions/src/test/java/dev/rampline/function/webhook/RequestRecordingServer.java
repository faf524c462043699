package dev.rampline.function.webhook;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;

/** Stands in for all AWS services: it responds 404 and records the requests. */
final class RequestRecordingServer implements AutoCloseable {
  private final List<Map<String, List<String>>> requests = new CopyOnWriteArrayList<>();
  private final HttpServer server;

  RequestRecordingServer() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", this::recordRequest);
    server.start();
    System.setProperty("aws.region", "us-east-1");
    System.setProperty("aws.endpointUrl", "http://127.0.0.1:" + server.getAddress().getPort());
  }

  /** The header fields of each request, with the method and path under the name {@code :}. */
  List<Map<String, List<String>>> requests() {
    return requests;
  }

  private void recordRequest(HttpExchange exchange) throws IOException {
    Map<String, List<String>> request = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    request.putAll(exchange.getRequestHeaders());
    request.put(":", List.of(exchange.getRequestMethod() + " " + exchange.getRequestURI()));
    requests.add(request);
    exchange.sendResponseHeaders(404, -1);
    exchange.close();
  }

  /** Stops the server and keeps its address in the system property. */
  void stop() {
    server.stop(0);
  }

  @Override
  public void close() {
    stop();
    System.clearProperty("aws.region");
    System.clearProperty("aws.endpointUrl");
  }
}
