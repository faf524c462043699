package dev.rampline.inspector.stack;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.rampline.adapter.telemetry.LogEntry;
import dev.rampline.adapter.telemetry.Metric;
import dev.rampline.devstack.DevKeys;
import dev.rampline.devstack.DevStack;
import dev.rampline.devstack.Ports;
import dev.rampline.embedded.LocalClients;
import dev.rampline.emulator.ProviderKeys;
import dev.rampline.emulator.SignedBody;
import dev.rampline.emulator.WebhookTransport;
import dev.rampline.operations.stack.AwsAccess;
import dev.rampline.operations.stack.StackAccess;
import dev.rampline.operations.stack.StackView;
import dev.rampline.resources.LedgerTable;
import dev.rampline.send.SigningConfig;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import software.amazon.awssdk.services.cloudformation.model.StackResourceSummary;
import software.amazon.awssdk.services.cloudformation.model.StackStatus;

/**
 * A stack whose functions, table and queues run in this process. Its endpoint answers for
 * CloudWatch Logs itself, and denies operations on demand.
 */
public final class StackFixture implements AutoCloseable {
  public static final String WEBHOOK_LOGS = "/aws/lambda/demo-webhook";
  private static final String RELAY_LOGS = "/aws/lambda/demo-relay";

  private static final JsonMapper MAPPER = new JsonMapper();
  private static final String TARGET = "X-Amz-Target";

  private final DevKeys keys = DevKeys.random();
  private final DevStack functions;
  private final HttpClient http = HttpClient.newHttpClient();
  private final HttpServer server;
  private final Map<String, String> refused = new ConcurrentHashMap<>();
  private final Map<String, List<ObjectNode>> logs = new ConcurrentHashMap<>();
  private final AtomicInteger versions = new AtomicInteger();
  private final AtomicInteger relayed = new AtomicInteger();

  public StackFixture() throws IOException {
    functions =
        DevStack.start(new DevStack.Settings(Ports.ANY_FREE, false, keys, Map.of(), this::log));
    System.setProperty("aws.accessKeyId", LocalClients.CREDENTIALS);
    System.setProperty("aws.secretAccessKey", LocalClients.CREDENTIALS);
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.createContext("/", this::respond);
    server.start();
  }

  public StackAccess stack(Map<String, String> parameters) {
    List<StackResourceSummary> resources =
        List.of(
            resource("Ledger", LedgerTable.NAME),
            resource("WebhookLogs", WEBHOOK_LOGS),
            resource("RelayLogs", RELAY_LOGS));
    return new StackAccess(
        new StackView("demo", StackStatus.CREATE_COMPLETE, parameters, Map.of(), resources),
        new AwsAccess(Optional.of(LocalClients.REGION), Optional.of(endpoint()), Optional.empty()));
  }

  private static StackResourceSummary resource(String logicalId, String physicalId) {
    return StackResourceSummary.builder()
        .logicalResourceId(logicalId)
        .physicalResourceId(physicalId)
        .resourceType("X")
        .build();
  }

  private URI endpoint() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
  }

  /**
   * Posts a signed event to the webhook function, and waits until the table's stream has what it
   * changed.
   */
  public void post(String payload) throws IOException, InterruptedException {
    SignedBody signed =
        new SigningConfig(
                WebhookTransport.JWT, new ProviderKeys(keys.accessTokens().getFirst(), null))
            .sign(payload);
    HttpRequest.Builder request =
        HttpRequest.newBuilder(functions.webhookUrl())
            .header("content-type", "application/json")
            .POST(BodyPublishers.ofString(signed.body()));
    signed.headers().forEach(request::header);
    int status = http.send(request.build(), BodyHandlers.discarding()).statusCode();
    if (status != 200) {
      throw new IOException("The webhook function responds with " + status);
    }
    await().until(() -> relayed.get() == versions.get());
  }

  private void log(LogEntry entry) {
    JsonNode json = read(entry.json());
    relayed.addAndGet(json.path(Metric.RELAYED.text()).asInt());
    versions.addAndGet(json.path("delivery").asText("none").equals("none") ? 0 : 1);
    String group = "/aws/lambda/demo-" + json.path("function").asText();
    log(group, entry.json(), json.at("/_aws/Timestamp").asLong());
  }

  /** Writes a log entry. */
  public void log(String group, String message, long time) {
    List<ObjectNode> events = logs.computeIfAbsent(group, _ -> new CopyOnWriteArrayList<>());
    events.add(
        MAPPER
            .createObjectNode()
            .put("eventId", group + events.size())
            .put("timestamp", time)
            .put("message", message));
  }

  /** Denies an operation, such as {@code GetRecords}. */
  public void deny(String operation) {
    refuse(operation, "AccessDeniedException");
  }

  /** Refuses an operation with an error code. */
  public void refuse(String operation, String code) {
    refused.put(operation, code);
  }

  public void allow(String operation) {
    refused.remove(operation);
  }

  private void respond(HttpExchange exchange) throws IOException {
    try (exchange) {
      byte[] body = exchange.getRequestBody().readAllBytes();
      String target = exchange.getRequestHeaders().getFirst(TARGET);
      String operation = target.substring(target.indexOf('.') + 1);
      String code = refused.get(operation);
      if (code != null) {
        answer(
            exchange,
            400,
            MAPPER
                .createObjectNode()
                .put("__type", code)
                .put("message", "not authorized to perform " + operation)
                .toString()
                .getBytes(UTF_8));
      } else if (operation.equals("FilterLogEvents")) {
        answer(exchange, 200, filter(read(new String(body, UTF_8))).toString().getBytes(UTF_8));
      } else {
        forward(exchange, body);
      }
    }
  }

  /** Returns a page of two entries. */
  private ObjectNode filter(JsonNode request) {
    List<ObjectNode> found =
        logs.getOrDefault(request.path("logGroupName").asText(), List.of()).stream()
            .filter(it -> it.path("timestamp").asLong() >= request.path("startTime").asLong())
            .toList();
    int from = request.path("nextToken").asInt();
    int to = Math.min(found.size(), from + 2);
    ObjectNode page = MAPPER.createObjectNode();
    page.putArray("events").addAll(found.subList(Math.min(from, to), to));
    return to < found.size() ? page.put("nextToken", Integer.toString(to)) : page;
  }

  private void forward(HttpExchange exchange, byte[] body) throws IOException {
    HttpRequest request =
        HttpRequest.newBuilder(functions.stores().dynamoDb())
            .header(TARGET, exchange.getRequestHeaders().getFirst(TARGET))
            .header("Content-Type", exchange.getRequestHeaders().getFirst("Content-Type"))
            .header("Authorization", exchange.getRequestHeaders().getFirst("Authorization"))
            .header("X-Amz-Date", exchange.getRequestHeaders().getFirst("X-Amz-Date"))
            .POST(BodyPublishers.ofByteArray(body))
            .build();
    try {
      HttpResponse<byte[]> response = http.send(request, BodyHandlers.ofByteArray());
      answer(exchange, response.statusCode(), response.body());
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }

  private static void answer(HttpExchange exchange, int status, byte[] body) throws IOException {
    exchange.getResponseHeaders().add("Content-Type", "application/x-amz-json-1.0");
    exchange.sendResponseHeaders(status, body.length);
    exchange.getResponseBody().write(body);
  }

  private static JsonNode read(String text) {
    try {
      return MAPPER.readTree(text);
    } catch (JsonProcessingException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  @Override
  public void close() {
    server.stop(0);
    http.close();
    functions.close();
    System.clearProperty("aws.accessKeyId");
    System.clearProperty("aws.secretAccessKey");
  }
}
