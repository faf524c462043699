package dev.rampline.function;

import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.tests.EventLoader;
import dev.rampline.embedded.EmbeddedDynamoDb;
import dev.rampline.embedded.EmbeddedQueues;
import dev.rampline.embedded.EmbeddedSqs;
import dev.rampline.embedded.LocalClients;
import dev.rampline.event.Subject;
import dev.rampline.function.webhook.WebhookHandler;
import dev.rampline.ingest.RetryDocument;
import dev.rampline.resources.LedgerTable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.sqs.SqsClient;

/** Calls each AWS service through the real adapters and clients while that service hangs. */
class HangingServicesIT {
  private static final Path EVENTS = Path.of("..", "events");
  private static final Duration MAX_LATENCY = Duration.ofSeconds(8);

  private final HangingServer hangingServer = HangingServer.open();
  private final EmbeddedDynamoDb store = EmbeddedDynamoDb.start(0);
  private final List<String> lines = new ArrayList<>();
  private String budget = "PT3S";

  @AfterEach
  void close() {
    store.close();
    hangingServer.close();
  }

  @Test
  void hanging_queue_returns_200_in_time_and_is_counted() {
    LedgerTable.create(LocalClients.dynamoDb(store.endpoint()));

    assertThat(status(handler(true, false))).isEqualTo(200);
    assertThat(lines.getLast())
        .contains("\"decision\":\"state-changed\"", "\"delivery\":\"left-to-relay\"")
        .contains("\"sendsFailed\":1");
  }

  @Test
  void hanging_ledger_returns_200_in_time_and_the_event_waits_in_the_retry_queue() {
    try (EmbeddedSqs sqs = EmbeddedSqs.start(0);
        SqsClient client = LocalClients.sqs(sqs.endpoint())) {
      String retry = EmbeddedQueues.create(client).retry().toString();

      assertThat(status(handler(hangingServer.endpoint(), sqs.endpoint(), retry, false)))
          .isEqualTo(200);
      assertThat(lines.getLast())
          .contains("\"decision\":\"queued-for-retry\"", "\"queuedForRetry\":1");
      assertThat(client.receiveMessage(request -> request.queueUrl(retry)).messages())
          .extracting(message -> RetryDocument.read(message.body()).orElseThrow().subject())
          .containsExactly(Subject.order("OZZOBiT-order-abc"));
    }
  }

  @Test
  void hanging_ledger_with_the_longest_budget_and_hanging_retry_queue_return_503_in_time() {
    budget = "PT6.999S";
    assertThat(status(handler(false, false))).isEqualTo(503);
    assertThat(lines.getLast())
        .contains("\"cause\":\"ledger-and-retry-queue\"", "\"unavailable\":1");
  }

  @Test
  void hanging_key_store_returns_503_in_time() {
    assertThat(status(handler(true, true))).isEqualTo(503);
    assertThat(lines.getLast()).contains("\"cause\":\"keys-unreachable\"", "\"unavailable\":1");
  }

  private int status(WebhookHandler handler) {
    Path file = EVENTS.resolve(Path.of("gateway", "order-completed.jwt.json"));
    APIGatewayV2HTTPEvent event =
        EventLoader.loadApiGatewayHttpEvent(file.toAbsolutePath().toString());
    Instant startedAt = Instant.now();
    int status = handler.handleRequest(event, null).getStatusCode();
    assertThat(Duration.between(startedAt, Instant.now())).isLessThan(MAX_LATENCY);
    return status;
  }

  private WebhookHandler handler(boolean withLedger, boolean keysInSecretsManager) {
    return handler(
        withLedger ? store.endpoint() : hangingServer.endpoint(),
        hangingServer.endpoint(),
        hangingServer.endpoint() + "/0/rampline-retry",
        keysInSecretsManager);
  }

  private WebhookHandler handler(URI ledger, URI queues, String retry, boolean secret) {
    Map<String, String> environment = new HashMap<>();
    environment.put("RAMPLINE_TABLE", "rampline-ledger");
    environment.put("RAMPLINE_QUEUE_URL", queues + "/0/rampline-events.fifo");
    environment.put("RAMPLINE_RETRY_QUEUE_URL", retry);
    environment.put("RAMPLINE_QUARANTINE_QUEUE_URL", retry);
    environment.put("RAMPLINE_LEDGER_BUDGET", budget);
    environment.put("RAMPLINE_SECRET_ID", secret ? "rampline/keys" : "");
    environment.put("RAMPLINE_KEYS", secret ? "" : sampleKeys());
    environment.put("RAMPLINE_SAMPLE_KEYS", secret ? "" : "accept");
    return new WebhookHandler(
        new FunctionsModule(
                new LoopbackClients(ledger, queues, hangingServer.endpoint()),
                line -> lines.add(line.json()),
                InstantSource.system())
            .webhook(WebhookConfiguration.of(environment)));
  }

  private static String sampleKeys() {
    try {
      return Files.readString(EVENTS.resolve("keys.json"));
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
