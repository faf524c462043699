package dev.rampline.subscriber.tracing;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.opentelemetry.proto.collector.trace.v1.ExportTraceServiceRequest;
import io.opentelemetry.proto.common.v1.KeyValue;
import io.opentelemetry.proto.trace.v1.ResourceSpans;
import io.opentelemetry.proto.trace.v1.Span;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** An OpenTelemetry endpoint that keeps what it receives. */
final class OtlpReceiver implements AutoCloseable {
  private final List<ExportTraceServiceRequest> requests = new CopyOnWriteArrayList<>();
  private final List<String> credentials = new CopyOnWriteArrayList<>();
  private final HttpServer server;
  private volatile int status = 200;

  OtlpReceiver() throws IOException {
    this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/otlp/v1/traces", this::receive);
    server.start();
  }

  String endpoint() {
    return "http://127.0.0.1:%d/otlp".formatted(server.getAddress().getPort());
  }

  /** Answers requests with this status. */
  void answer(int newStatus) {
    status = newStatus;
  }

  /** The values of the header {@code Authorization}. */
  List<String> credentials() {
    return credentials;
  }

  List<Span> spans() {
    return resources()
        .flatMap(resource -> resource.getScopeSpansList().stream())
        .flatMap(scope -> scope.getSpansList().stream())
        .toList();
  }

  /** The ids of the spans, as in a {@code traceparent}. */
  List<String> ids() {
    return spans().stream()
        .map(
            span ->
                hex(span.getTraceId().toByteArray()) + "-" + hex(span.getSpanId().toByteArray()))
        .toList();
  }

  Map<String, String> resource() {
    return attributes(resources().findFirst().orElseThrow().getResource().getAttributesList());
  }

  static Map<String, String> attributes(List<KeyValue> attributes) {
    return attributes.stream()
        .collect(
            Collectors.toMap(KeyValue::getKey, attribute -> attribute.getValue().getStringValue()));
  }

  @Override
  public void close() {
    server.stop(0);
  }

  private Stream<ResourceSpans> resources() {
    return requests.stream().flatMap(request -> request.getResourceSpansList().stream());
  }

  private void receive(HttpExchange exchange) throws IOException {
    try (exchange) {
      credentials.addAll(exchange.getRequestHeaders().getOrDefault("Authorization", List.of()));
      ExportTraceServiceRequest request =
          ExportTraceServiceRequest.parseFrom(exchange.getRequestBody());
      if (status == 200) {
        requests.add(request);
      }
      exchange.sendResponseHeaders(status, -1);
    }
  }

  private static String hex(byte[] id) {
    return HexFormat.of().formatHex(id);
  }
}
