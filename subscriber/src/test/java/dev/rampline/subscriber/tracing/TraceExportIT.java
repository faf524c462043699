package dev.rampline.subscriber.tracing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.awaitility.Awaitility.await;

import dev.rampline.event.TraceContext;
import dev.rampline.subscriber.EmbeddedStores;
import dev.rampline.subscriber.FakeProviderApi;
import dev.rampline.subscriber.SubscriberRun;
import dev.rampline.subscriber.socket.EngineServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.sqs.model.Message;

/** The complete subscriber as a process, with a socket event that the API confirms. */
class TraceExportIT {
  private static final EmbeddedStores STORES = new EmbeddedStores();
  private static final String ENDPOINT = "OTEL_EXPORTER_OTLP_ENDPOINT";

  @AutoClose private final EngineServer server = new EngineServer("/ws");
  @AutoClose private final FakeProviderApi api = new FakeProviderApi();
  @AutoClose private final OtlpReceiver receiver = new OtlpReceiver();
  private final String id = UUID.randomUUID().toString();

  TraceExportIT() throws IOException {}

  @AfterAll
  static void stop() {
    STORES.close();
  }

  @Test
  void spans_haveTheIdsInTheMessages() throws Exception {
    List<String> traces = traces(Map.of(ENDPOINT, receiver.endpoint()));

    assertThat(receiver.ids())
        .containsExactlyElementsOf(
            traces.stream().map(trace -> trace.replaceAll("^00-|-03$", "")).toList());
    assertThat(receiver.spans())
        .extracting(span -> OtlpReceiver.attributes(span.getAttributesList()))
        .extracting(span -> span.get("rampline.channel"), span -> span.get("rampline.decision"))
        .containsExactly(tuple("socket", "unverified"), tuple("api", "state-changed"));
  }

  @Test
  void endpointThatIsDown_changesNothing() throws Exception {
    assertThat(traces(Map.of(ENDPOINT, "http://127.0.0.1:1"))).hasSize(2);
  }

  @Test
  void withoutAnEndpoint_noClassOfOpenTelemetryIsLoaded(@TempDir Path folder) throws Exception {
    Path classes = folder.resolve("classes");

    assertThat(traces(Map.of("JAVA_TOOL_OPTIONS", "-Xlog:class+load:file=" + classes))).hasSize(2);
    assertThat(Files.readAllLines(classes))
        .anyMatch(line -> line.contains("dev.rampline.subscriber.SubscriberModule "))
        .noneMatch(line -> line.contains("io.opentelemetry."));
  }

  /** Runs the subscriber for one event; returns the traces of the messages, in order. */
  private List<String> traces(Map<String, String> variables) throws Exception {
    server.answerSubscription("43NS0[]");
    api.order(id, "COMPLETED");
    Map<String, String> environment = new HashMap<>(STORES.awsVariables());
    environment.putAll(STORES.variables());
    environment.put("RAMPLINE_SOCKET_URL", server.settings().server() + "/ws");
    environment.put("RAMPLINE_API_KEY", "key");
    environment.put("RAMPLINE_PROVIDER_URL", api.url().toString());
    environment.put("RAMPLINE_PROVIDER_AUTH", "header-key");
    environment.putAll(variables);
    try (SubscriberRun run = SubscriberRun.of(environment)) {
      run.awaitHealth("/health/ready", 200);
      server.send(
          "42NS[\"order:update\",{\"event\":\"COMPLETED\",\"orderId\":\"%s\"}]".formatted(id));
      List<String> traces = awaitTraces(2);
      run.terminate();

      assertThat(run.awaitExit()).isZero();
      assertThat(run.output())
          .contains("\"shutdown\":\"drained\"", "\"faults\":0")
          .doesNotContain("io.opentelemetry", "WARNING");
      return traces;
    }
  }

  private List<String> awaitTraces(int count) {
    List<String> traces = new ArrayList<>();
    await()
        .atMost(Duration.ofSeconds(60))
        .until(
            () -> {
              receive().forEach(message -> traces.add(trace(message)));
              return traces.size() >= count;
            });
    return traces;
  }

  /** Receives messages of this test's order, and deletes all. */
  private List<Message> receive() {
    String queue = STORES.queues().events().toString();
    List<Message> messages =
        STORES
            .sqs()
            .receiveMessage(
                request ->
                    request
                        .queueUrl(queue)
                        .maxNumberOfMessages(10)
                        .messageAttributeNames(TraceContext.NAME))
            .messages();
    messages.forEach(
        message ->
            STORES
                .sqs()
                .deleteMessage(
                    request -> request.queueUrl(queue).receiptHandle(message.receiptHandle())));
    return messages.stream().filter(message -> message.body().contains(id)).toList();
  }

  private static String trace(Message message) {
    return Objects.requireNonNull(message.messageAttributes().get(TraceContext.NAME)).stringValue();
  }
}
