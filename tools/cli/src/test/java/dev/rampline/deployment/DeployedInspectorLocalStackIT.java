package dev.rampline.deployment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.rampline.adapter.LocalStackAws;
import dev.rampline.cli.CommandRun;
import dev.rampline.embedded.LocalClients;
import dev.rampline.function.webhook.WebhookHandler;
import dev.rampline.inspector.EventStore;
import dev.rampline.inspector.Inspector;
import dev.rampline.inspector.stack.StackSource;
import dev.rampline.operations.stack.AwsAccess;
import dev.rampline.operations.stack.StackAccess;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.RegisterExtension;
import software.amazon.awssdk.services.cloudwatchlogs.CloudWatchLogsClient;
import software.amazon.awssdk.services.cloudwatchlogs.model.InputLogEvent;

/** Shows a deployed stack on the page and in {@code listen}. */
@ExtendWith(SdkCredentials.class)
final class DeployedInspectorLocalStackIT {
  private static final JsonMapper MAPPER = new JsonMapper();
  private static final Duration TIMEOUT = Duration.ofMinutes(1);

  @RegisterExtension private static final LocalStackAws AWS = new LocalStackAws();

  private final DeployedFixture fixture = new DeployedFixture(AWS.aws());
  private final WebhookHandler webhook;
  private final StackAccess stack;
  private final HttpClient http = HttpClient.newHttpClient();

  DeployedInspectorLocalStackIT() throws IOException {
    fixture.putKeys(SampleEventFiles.keys());
    webhook = fixture.functions().webhook();
    AwsAccess access =
        new AwsAccess(Optional.of(LocalClients.REGION), Optional.of(endpoint()), Optional.empty());
    stack = StackAccess.of(fixture.stack().name(), access);
  }

  @AfterEach
  void close() {
    http.close();
    fixture.close();
  }

  @Test
  void page_showsTableStreamAndLogs() throws Exception {
    post("order-created");
    post("order-created");
    writeLogs();
    EventStore store = new EventStore(stack.view().parameter("Environment"));
    List<String> notices = new CopyOnWriteArrayList<>();
    StackSource.Settings settings =
        new StackSource.Settings(true, Duration.ofMinutes(5), String::valueOf, notices::add);
    try (StackSource source = StackSource.start(stack, store, settings)) {
      source.awaitFirstPoll();
      Inspector.Settings page =
          Inspector.Settings.readOnly(store, "demo", "", source::problems, source.lookup());
      try (Inspector inspector = Inspector.start(0, page)) {
        await()
            .untilAsserted(
                () ->
                    assertThat(decisions(inspector)).containsExactly("state-changed", "duplicate"));

        post("order-completed");

        await()
            .atMost(TIMEOUT)
            .untilAsserted(() -> assertThat(decisions(inspector)).hasSizeGreaterThan(2));
        assertThat(get(inspector, "timeline?subject=order/OZZOBiT-order-abc").at("/record/state"))
            .isEqualTo(MAPPER.getNodeFactory().textNode("completed"));
        assertThat(get(inspector, "lookup?id=your-order-123").get(0).asText())
            .isEqualTo("order/OZZOBiT-order-abc");
        assertThat(status(inspector, "/api/send")).isEqualTo(404);
      }
      assertThat(source.problems()).isEmpty();
      assertThat(notices).isEmpty();
    }
  }

  @Test
  void listen_showsWhatTheStackRecords() throws IOException {
    CompletableFuture<CommandRun> listening =
        CompletableFuture.supplyAsync(() -> run("listen", "--state", "completed", "--limit", "1"));
    Iterator<APIGatewayV2HTTPEvent> events = SampleEventFiles.genuine().iterator();

    // Nothing shows that the command listens, so events are posted until it has one.
    await()
        .atMost(TIMEOUT)
        .pollInterval(Duration.ofSeconds(3))
        .until(
            () -> {
              webhook.handleRequest(events.next(), null);
              return listening.isDone();
            });

    assertThat(listening.join().err()).isEmpty();
    assertThat(listening.join().out())
        .containsPattern("completed +(state-changed|fields-updated) +webhook  order/OZZOBiT-");
  }

  @Test
  void policy_isPrinted() {
    CommandRun run = run("inspector", "--print-policy");

    assertThat(run.code()).as(run.err()).isZero();
    assertThat(run.out())
        .contains(
            "stack/" + fixture.stack().name() + "/*",
            "table/" + stack.view().ledgerTable() + "/stream/*");
    assertThat(stack.view().logGroups()).hasSize(5).allMatch(group -> run.out().contains(group));
  }

  private void post(String event) {
    assertThat(webhook.handleRequest(SampleEventFiles.genuine(event), null).getStatusCode())
        .isEqualTo(200);
  }

  /** Writes the log entries of the functions, which run in this process, to their log group. */
  private void writeLogs() {
    String group = stack.view().resource("WebhookLogs").orElseThrow();
    try (CloudWatchLogsClient logs = stack.aws().client(CloudWatchLogsClient.builder())) {
      logs.createLogStream(stream -> stream.logGroupName(group).logStreamName("one"));
      long now = System.currentTimeMillis();
      List<InputLogEvent> entries =
          fixture.functions().lines().stream()
              .map(line -> InputLogEvent.builder().message(line).timestamp(now).build())
              .toList();
      logs.putLogEvents(put -> put.logGroupName(group).logStreamName("one").logEvents(entries));
    }
  }

  private List<String> decisions(Inspector inspector) throws Exception {
    return get(inspector, "timeline?subject=order/OZZOBiT-order-abc")
        .path("entries")
        .findValuesAsText("decision");
  }

  private JsonNode get(Inspector inspector, String path) throws Exception {
    HttpRequest request = HttpRequest.newBuilder(inspector.url().resolve("/api/" + path)).build();
    return MAPPER.readTree(http.send(request, BodyHandlers.ofString()).body());
  }

  private int status(Inspector inspector, String path) throws Exception {
    HttpRequest request = HttpRequest.newBuilder(inspector.url().resolve(path)).build();
    return http.send(request, BodyHandlers.discarding()).statusCode();
  }

  private CommandRun run(String command, String... arguments) {
    List<String> line = new ArrayList<>(List.of(command, "--stack", stack.view().name()));
    line.addAll(List.of("--region", LocalClients.REGION, "--endpoint-url", endpoint().toString()));
    line.addAll(List.of(arguments));
    return CommandRun.of(line.toArray(String[]::new));
  }

  private URI endpoint() {
    return fixture.tables().serviceClientConfiguration().endpointOverride().orElseThrow();
  }
}
