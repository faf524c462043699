package dev.rampline.benchmark.cost;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.rampline.adapter.telemetry.EventLog;
import dev.rampline.benchmark.BenchmarkDelivery;
import dev.rampline.benchmark.cost.CostInputs.Confirmation;
import dev.rampline.benchmark.cost.CostInputs.Event;
import dev.rampline.benchmark.handler.OrderStep;
import dev.rampline.embedded.EmbeddedDynamoDb;
import dev.rampline.embedded.EmbeddedQueues;
import dev.rampline.embedded.EmbeddedSqs;
import dev.rampline.embedded.LocalClients;
import dev.rampline.function.FunctionsModule;
import dev.rampline.function.ReconcileConfiguration;
import dev.rampline.function.WebhookConfiguration;
import dev.rampline.function.reconcile.ReconcileHandler;
import dev.rampline.function.webhook.WebhookHandler;
import dev.rampline.resources.LedgerTable;
import dev.rampline.testkit.aws.GatewayEvents;
import java.io.IOException;
import java.lang.reflect.Proxy;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.sqs.SqsClient;

/** Measures the inputs of the cost model again, with the functions and the embedded stores. */
@Timeout(120)
class CostInputsTest {
  private static final String ORDER = "7d5a2f9e-3b1c-4e8a-9f60-2c4b8d1e7a35";
  private static final int MAX_LATENCY_DIGITS = 3;
  private static final Clock CLOCK = Clock.tickMillis(ZoneOffset.UTC);

  private final EmbeddedDynamoDb dynamoDb = EmbeddedDynamoDb.start(0);
  private final EmbeddedSqs sqs = EmbeddedSqs.start(0);
  private final DynamoDbClient tables = LocalClients.dynamoDb(dynamoDb.endpoint());
  private final SqsClient queues = LocalClients.sqs(sqs.endpoint());
  private final HttpServer provider;
  private final MeasuredCalls calls = new MeasuredCalls(dynamoDb.endpoint(), sqs.endpoint());
  private final List<String> log = new ArrayList<>();
  private final EventLog eventLog = entry -> log.add(entry.json() + "\n");
  private final CostInputs inputs = CostInputs.read();

  CostInputsTest() throws IOException {
    provider = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
  }

  @BeforeEach
  void start() {
    LedgerTable.create(tables);
    provider.createContext("/", CostInputsTest::answer);
    provider.start();
  }

  @AfterEach
  void close() {
    provider.stop(0);
    tables.close();
    queues.close();
    sqs.close();
    dynamoDb.close();
  }

  @Test
  void eventsAndConfirmation_areAsMeasured() {
    Map<String, String> settings = settings();
    WebhookHandler webhook =
        new WebhookHandler(
            new FunctionsModule(calls, eventLog, CLOCK).webhook(WebhookConfiguration.of(settings)));
    List<Object> measured =
        List.of(
            measure(webhook, OrderStep.CREATED, inputs.events().get(0)),
            measure(webhook, OrderStep.PAYMENT_MARKED, inputs.events().get(1)),
            measure(webhook, OrderStep.PROCESSING, inputs.events().get(2)),
            measure(webhook, OrderStep.COMPLETED, inputs.events().get(3)),
            measure(webhook, OrderStep.COMPLETED, inputs.duplicate()),
            measure(webhook, GatewayEvents.post(forgery()), inputs.forgery()),
            confirmation(settings));

    assertThat(measured.subList(0, 4)).isEqualTo(inputs.events());
    assertThat(measured.subList(4, measured.size()))
        .containsExactly(inputs.duplicate(), inputs.forgery(), inputs.confirmation());
  }

  /** Runs the due check ten minutes later. */
  private Confirmation confirmation(Map<String, String> settings) {
    calls.clear();
    Clock later = Clock.offset(CLOCK, Duration.ofMinutes(10));
    new ReconcileHandler(
            new FunctionsModule(calls, eventLog, later)
                .reconciliation(ReconcileConfiguration.of(settings)))
        .handleRequest(Map.of(), null);
    assertThat(log.getLast()).contains("\"confirmed\":1");
    int sends = (int) calls.operations().stream().filter("SendMessageBatch"::equals).count();
    // Without the checkpoint of the order list scan, which a run reads and writes once.
    return new Confirmation(calls.reads() - 1, calls.writes() - 1, calls.indexWrites(), sends);
  }

  private Event measure(WebhookHandler webhook, OrderStep step, Event input) {
    return measure(webhook, step.of(ORDER), input);
  }

  private Event measure(WebhookHandler webhook, APIGatewayV2HTTPEvent delivery, Event input) {
    calls.clear();
    log.clear();
    webhook.handleRequest(delivery, invocation());
    return new Event(
        input.name(),
        calls.operations(),
        calls.writes(),
        calls.indexWrites(),
        calls.writes() == 0 ? 0 : itemBytes(),
        logBytes(),
        input.cpuMillis());
  }

  /** Returns the size of the table's only item. */
  private int itemBytes() {
    return Math.toIntExact(
        tables.describeTable(table -> table.tableName(LedgerTable.NAME)).table().tableSizeBytes());
  }

  /** Counts a latency of any size as one of three digits. */
  private int logBytes() {
    assertThat(log).hasSize(1);
    String entry = log.getFirst().replaceFirst("\"latency\":\\d+", "\"latency\":");
    return entry.getBytes(UTF_8).length + MAX_LATENCY_DIGITS;
  }

  private Map<String, String> settings() {
    EmbeddedQueues created = EmbeddedQueues.create(queues);
    return Map.of(
        "RAMPLINE_TABLE", LedgerTable.NAME,
        "RAMPLINE_QUEUE_URL", created.events().toString(),
        "RAMPLINE_RETRY_QUEUE_URL", created.retry().toString(),
        "RAMPLINE_QUARANTINE_QUEUE_URL", created.quarantine().toString(),
        "RAMPLINE_LEDGER_BUDGET", "PT30S",
        "RAMPLINE_PROVIDER_URL", "http://127.0.0.1:" + provider.getAddress().getPort(),
        "RAMPLINE_KEYS", "{\"accessTokens\":[\"%s\"]}".formatted(BenchmarkDelivery.ACCESS_TOKEN));
  }

  private static String forgery() {
    return OrderStep.FAILED.body(ORDER).replaceFirst("\\.[^.]*\"}", "." + "A".repeat(43) + "\"}");
  }

  private static Context invocation() {
    String id = UUID.nameUUIDFromBytes(new byte[0]).toString();
    return (Context)
        Proxy.newProxyInstance(
            Context.class.getClassLoader(),
            new Class<?>[] {Context.class},
            (_, method, _) -> method.getName().equals("getAwsRequestId") ? id : 60_000);
  }

  private static void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      String order =
          """
          {"data": {"id": "%s", "status": "COMPLETED", "updatedAt": "2024-01-15T10:33:00Z"}}"""
              .formatted(ORDER);
      boolean isList = !exchange.getRequestURI().getPath().contains(ORDER);
      byte[] body = (isList ? "{\"data\": []}" : order).getBytes(UTF_8);
      exchange.sendResponseHeaders(200, body.length);
      exchange.getResponseBody().write(body);
    }
  }
}
