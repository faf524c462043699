package dev.rampline.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import dev.rampline.cli.start.DevEnvironment;
import dev.rampline.devstack.DevKeys;
import dev.rampline.devstack.DevStack;
import dev.rampline.devstack.Ports;
import dev.rampline.embedded.LocalClients;
import dev.rampline.emulator.ApiFaultInjector;
import java.net.InetAddress;
import java.net.Socket;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.Message;

/** Tests the inspector's HTTP API on a running stack. */
class InspectorTest {
  private static DevEnvironment environment;

  private InspectorClient client;

  @BeforeAll
  static void start() {
    DevStack.Settings settings =
        new DevStack.Settings(Ports.ANY_FREE, false, DevKeys.random(), Map.of(), line -> {});
    environment =
        DevEnvironment.start(
            new DevEnvironment.Options(settings, true, ApiFaultInjector.NONE, true));
  }

  @AfterAll
  static void stop() {
    environment.close();
  }

  @BeforeEach
  void connect() {
    client = new InspectorClient(environment.inspectorUrl(), "");
    await().until(client::isReady);
  }

  @AfterEach
  void disconnect() {
    client.close();
  }

  @Test
  void event_isShownWithTheSentMessage() throws Exception {
    JsonNode result = client.requestSend("{\"event\":\"ORDER_COMPLETED\",\"id\":\"seen\"}");

    assertThat(result.at("/sent/0/status").asInt()).isEqualTo(200);
    assertThat(result.path("subject").asText()).isEqualTo("order/seen");
    await().until(() -> client.subjects.containsKey("order/seen"));
    // The reconciliation may be faster; then the webhook is a duplicate.
    await().untilAsserted(() -> assertThat(decisions("order/seen")).contains("state-changed"));
    JsonNode entry = client.timeline("order/seen").path("entries").get(0);
    assertThat(entry.path("state").asText()).isEqualTo("completed");
    assertThat(entry.path("delivery").asText()).isEqualTo("sent");
    assertThat(messageOf("order/seen")).isEqualTo(entry.at("/message/body").asText());
    assertThat(client.timeline("order/seen").at("/record/state").asText()).isEqualTo("completed");
  }

  @ParameterizedTest
  @CsvSource({
    "duplicate,duplicate",
    "out-of-order,stale",
    "conflict,conflict",
    "unverified-only,unverified",
  })
  void failureScenario_hasItsDecision(String scenario, String decision) throws Exception {
    String subject =
        client.requestSend("{\"scenario\":\"%s\"}".formatted(scenario)).path("subject").asText();

    await().untilAsserted(() -> assertThat(decisions(subject)).contains(decision));
    await()
        .untilAsserted(
            () ->
                assertThat(client.timeline(subject).path("entries").findValuesAsText("decision"))
                    .contains(decision));
  }

  @Test
  void forgery_isRejected_andHasNoSubject() throws Exception {
    JsonNode result = client.requestSend("{\"scenario\":\"forged\"}");

    await()
        .untilAsserted(
            () ->
                assertThat(client.timelineEntries)
                    .anyMatch(
                        event ->
                            event.path("decision").asText().equals("rejected")
                                && event.path("status").asInt() == 401
                                && event.path("subject").isNull()));
    await()
        .untilAsserted(
            () -> assertThat(client.channels.at("/webhook/rejections").size()).isPositive());
    assertThat(result.path("sent")).isEmpty();
  }

  @Test
  void eventWithoutAWebhook_isRecoveredByTheReconciliation() throws Exception {
    String subject =
        client.requestSend("{\"scenario\":\"missed-webhook\"}").path("subject").asText();

    await()
        .untilAsserted(
            () ->
                assertThat(client.timeline(subject).path("entries").findValuesAsText("channel"))
                    .contains("api"));
    await()
        .untilAsserted(
            () -> assertThat(client.channels.at("/reconcile/recoveredTotal").asInt()).isPositive());
  }

  @Test
  void laterClient_getsEverything_andEventsOnlyClient_getsNoSubjects() throws Exception {
    client.requestSend("{\"event\":\"ORDER_CREATED\",\"id\":\"early\"}");
    await().until(() -> client.subjects.containsKey("order/early"));

    try (InspectorClient late = new InspectorClient(environment.inspectorUrl(), "");
        InspectorClient listener =
            new InspectorClient(environment.inspectorUrl(), "?only=events")) {
      await().until(() -> late.isReady() && listener.isReady());
      assertThat(late.subjects).containsKey("order/early");
      assertThat(late.decisions("order/early")).isNotEmpty();
      assertThat(listener.decisions("order/early")).isEmpty();
      client.requestSend("{\"event\":\"ORDER_COMPLETED\",\"id\":\"early\"}");
      await().untilAsserted(() -> assertThat(listener.decisions("order/early")).isNotEmpty());
      assertThat(listener.subjects).isEmpty();
    }
  }

  @Test
  void socket_isConnected() {
    await()
        .untilAsserted(
            () -> assertThat(client.channels.at("/socket/connected").asBoolean()).isTrue());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"event\":\"ORDER_COMPLETD\"} | did you mean ORDER_COMPLETED?",
        "{\"scenario\":\"buy-bank\"}    | did you mean buy-bank-transfer?",
        "{\"scenario\":\"conflct\"}     | did you mean conflict?",
        "{}                             | Name an event",
        "nonsense                       | Not JSON",
      })
  void invalidRequest_isRejectedWithARemedy(String request, String hint) throws Exception {
    HttpResponse<String> answer = client.post("/api/send", request);

    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(answer.body()).contains(hint);
  }

  @Test
  void everything_isServedUnderAStrictPolicy_andNothingElseIsServed() throws Exception {
    HttpResponse<String> page = client.send(client.request("/").build());

    assertThat(page.statusCode()).isEqualTo(200);
    assertThat(page.headers().firstValue("Content-Security-Policy").orElseThrow())
        .contains("default-src 'none'", "script-src 'self';")
        .doesNotContain("unsafe");
    for (String nowhere : List.of("/../pom.xml", "/%2e%2e/x.js", "/nothing.js", "/api/timeline")) {
      assertThat(client.send(client.request(nowhere).build()).statusCode())
          .as(nowhere)
          .isGreaterThanOrEqualTo(400);
    }
  }

  @Test
  void foreignPage_isRejected() throws Exception {
    String request = "{\"event\":\"ORDER_COMPLETED\",\"id\":\"foreign\"}";
    assertThat(raw("POST", "Host: evil.example:%d\r\nContent-Type: application/json", request))
        .contains(" 403 ");
    assertThat(
            raw(
                "POST",
                "Host: 127.0.0.1:%d\r\nOrigin: http://evil.example\r\nContent-Type:"
                    + " application/json",
                request))
        .contains(" 403 ");
    assertThat(raw("POST", "Host: 127.0.0.1:%d\r\nContent-Type: text/plain", request))
        .contains(" 415 ");
    assertThat(raw("DELETE", "Host: localhost:%d", "")).contains(" 405 ");
    assertThat(client.subjects).doesNotContainKey("order/foreign");
    HttpRequest.Builder image = client.request("/api/timeline?subject=order/x");
    assertThat(client.send(image.header("Sec-Fetch-Site", "cross-site").build()).statusCode())
        .isEqualTo(403);
    HttpRequest.Builder link = client.request("/");
    assertThat(client.send(link.header("Sec-Fetch-Site", "cross-site").build()).statusCode())
        .isEqualTo(200);
  }

  /** Uses a raw socket, because HTTP clients do not allow these headers. */
  private static String raw(String method, String headers, String body) throws Exception {
    int port = environment.inspectorUrl().getPort();
    try (var socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
      String request =
          "%s /api/send HTTP/1.1\r\n%s\r\nConnection: close\r\nContent-Length: %d\r\n\r\n%s"
              .formatted(method, headers.formatted(port), body.length(), body);
      socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
      return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  private List<String> decisions(String subject) {
    return client.decisions(subject);
  }

  /** Returns the first message in the queue about a subject. */
  private static String messageOf(String subject) {
    try (SqsClient client = LocalClients.sqs(environment.stack().stores().sqs())) {
      String queue = environment.stack().stores().queues().events().toString();
      return await()
          .until(
              () ->
                  client
                      .receiveMessage(wanted -> wanted.queueUrl(queue).maxNumberOfMessages(10))
                      .messages()
                      .stream()
                      .map(Message::body)
                      .filter(body -> body.contains("\"" + subject + "\""))
                      .findFirst(),
              Optional::isPresent)
          .orElseThrow();
    }
  }
}
