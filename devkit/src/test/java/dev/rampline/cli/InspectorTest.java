package dev.rampline.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import dev.rampline.devstack.DevKeys;
import dev.rampline.devstack.DevStack;
import dev.rampline.devstack.Ports;
import dev.rampline.embedded.LocalClients;
import dev.rampline.emulator.ApiFaultInjector;
import java.net.InetAddress;
import java.net.Socket;
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

/** The page's side of the inspector, on a stack that runs. */
class InspectorTest {
  private static DevEnvironment stage;

  private InspectorClient onlooker;

  @BeforeAll
  static void start() {
    DevStack.Settings settings =
        new DevStack.Settings(Ports.ANY_FREE, false, DevKeys.random(), Map.of(), line -> {});
    stage =
        DevEnvironment.start(
            new DevEnvironment.Options(settings, true, ApiFaultInjector.NONE, true));
  }

  @AfterAll
  static void stop() {
    stage.close();
  }

  @BeforeEach
  void look() {
    onlooker = new InspectorClient(stage.inspectorUrl(), "");
    await().until(onlooker::isReady);
  }

  @AfterEach
  void lookAway() {
    onlooker.close();
  }

  @Test
  void event_isSeenAsItArrives_withTheVeryMessageThatWentOut() throws Exception {
    JsonNode told = onlooker.requestSend("{\"event\":\"ORDER_COMPLETED\",\"id\":\"seen\"}");

    assertThat(told.at("/sent/0/status").asInt()).isEqualTo(200);
    assertThat(told.path("subject").asText()).isEqualTo("order/seen");
    await().until(() -> onlooker.subjects.containsKey("order/seen"));
    // The reconciler may have been quicker: then the webhook is a duplicate.
    await().untilAsserted(() -> assertThat(decisions("order/seen")).contains("state-changed"));
    JsonNode entry = onlooker.timeline("order/seen").path("entries").get(0);
    assertThat(entry.path("state").asText()).isEqualTo("completed");
    assertThat(entry.path("delivery").asText()).isEqualTo("sent");
    assertThat(messageOf("order/seen")).isEqualTo(entry.at("/message/body").asText());
    assertThat(onlooker.timeline("order/seen").at("/record/state").asText()).isEqualTo("completed");
  }

  @ParameterizedTest
  @CsvSource({
    "twice,duplicate",
    "late,stale",
    "contradiction,conflict",
    "hearsay,unverified",
  })
  void mishap_isSeenForWhatItIs(String mishap, String decision) throws Exception {
    String subject =
        onlooker.requestSend("{\"mishap\":\"%s\"}".formatted(mishap)).path("subject").asText();

    await().untilAsserted(() -> assertThat(decisions(subject)).contains(decision));
    await()
        .untilAsserted(
            () ->
                assertThat(onlooker.timeline(subject).path("entries").findValuesAsText("decision"))
                    .contains(decision));
  }

  @Test
  void forgery_isSeenAsRefused_andBelongsToNobody() throws Exception {
    JsonNode told = onlooker.requestSend("{\"mishap\":\"forged\"}");

    await()
        .untilAsserted(
            () ->
                assertThat(onlooker.timelineEntries)
                    .anyMatch(
                        word ->
                            word.path("decision").asText().equals("rejected")
                                && word.path("status").asInt() == 401
                                && word.path("subject").isNull()));
    await()
        .untilAsserted(
            () -> assertThat(onlooker.channels.at("/webhook/refusals").size()).isPositive());
    assertThat(told.path("sent")).isEmpty();
  }

  @Test
  void eventWithoutItsWebhook_isFoundByTheReconciler() throws Exception {
    String subject = onlooker.requestSend("{\"mishap\":\"unannounced\"}").path("subject").asText();

    await()
        .untilAsserted(
            () ->
                assertThat(onlooker.timeline(subject).path("entries").findValuesAsText("channel"))
                    .contains("api"));
    await()
        .untilAsserted(
            () -> assertThat(onlooker.channels.at("/reconcile/repaired").asInt()).isPositive());
  }

  @Test
  void whoComesLater_isShownEverything_andWhoWantsWordsAlone_noSubjects() throws Exception {
    onlooker.requestSend("{\"event\":\"ORDER_CREATED\",\"id\":\"early\"}");
    await().until(() -> onlooker.subjects.containsKey("order/early"));

    try (InspectorClient late = new InspectorClient(stage.inspectorUrl(), "");
        InspectorClient listener = new InspectorClient(stage.inspectorUrl(), "?only=words")) {
      await().until(() -> late.isReady() && listener.isReady());
      assertThat(late.subjects).containsKey("order/early");
      assertThat(late.decisions("order/early")).isNotEmpty();
      assertThat(listener.decisions("order/early")).isEmpty();
      onlooker.requestSend("{\"event\":\"ORDER_COMPLETED\",\"id\":\"early\"}");
      await().untilAsserted(() -> assertThat(listener.decisions("order/early")).isNotEmpty());
      assertThat(listener.subjects).isEmpty();
    }
  }

  @Test
  void socket_isSaidToBeConnected() {
    await()
        .untilAsserted(
            () -> assertThat(onlooker.channels.at("/socket/connected").asBoolean()).isTrue());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"event\":\"ORDER_COMPLETD\"} | did you mean ORDER_COMPLETED?",
        "{\"story\":\"buy-bank\"}       | did you mean buy-bank-transfer?",
        "{\"mishap\":\"twise\"}         | did you mean twice?",
        "{}                             | Name an event",
        "nonsense                       | No JSON",
      })
  void wishThatMakesNoSense_isAnsweredWithWhatWouldMakeSome(String wish, String hint)
      throws Exception {
    HttpResponse<String> answer = onlooker.post("/api/send", wish);

    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(answer.body()).contains(hint);
  }

  @Test
  void everything_isServedUnderAStrictPolicy_andNothingElseIsServed() throws Exception {
    HttpResponse<String> page = onlooker.send(onlooker.request("/").build());

    assertThat(page.statusCode()).isEqualTo(200);
    assertThat(page.headers().firstValue("Content-Security-Policy").orElseThrow())
        .contains("default-src 'none'", "script-src 'self';")
        .doesNotContain("unsafe");
    for (String nowhere : List.of("/../pom.xml", "/%2e%2e/x.js", "/nothing.js", "/api/story")) {
      assertThat(onlooker.send(onlooker.request(nowhere).build()).statusCode())
          .as(nowhere)
          .isGreaterThanOrEqualTo(400);
    }
  }

  @Test
  void anotherPage_isNotLetIn() throws Exception {
    String wish = "{\"event\":\"ORDER_COMPLETED\",\"id\":\"foreign\"}";
    assertThat(raw("POST", "Host: evil.example:%d\r\nContent-Type: application/json", wish))
        .contains(" 403 ");
    assertThat(
            raw(
                "POST",
                "Host: 127.0.0.1:%d\r\nOrigin: http://evil.example\r\nContent-Type:"
                    + " application/json",
                wish))
        .contains(" 403 ");
    assertThat(raw("POST", "Host: 127.0.0.1:%d\r\nContent-Type: text/plain", wish))
        .contains(" 415 ");
    assertThat(raw("DELETE", "Host: localhost:%d", "")).contains(" 405 ");
    assertThat(onlooker.subjects).doesNotContainKey("order/foreign");
  }

  /** A client that lets nobody choose its headers could not try this. */
  private static String raw(String method, String headers, String body) throws Exception {
    int port = stage.inspectorUrl().getPort();
    try (var socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
      String request =
          "%s /api/send HTTP/1.1\r\n%s\r\nConnection: close\r\nContent-Length: %d\r\n\r\n%s"
              .formatted(method, headers.formatted(port), body.length(), body);
      socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
      return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  private List<String> decisions(String subject) {
    return onlooker.decisions(subject);
  }

  /** The first of the queue that is of that subject. */
  private static String messageOf(String subject) {
    try (SqsClient client = LocalClients.sqs(stage.stack().stores().sqs())) {
      String queue = stage.stack().stores().queues().events().toString();
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
