package dev.rampline.subscriber.processing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.rampline.event.State;
import dev.rampline.event.Subject;
import dev.rampline.ledger.LedgerRecord;
import dev.rampline.ledger.PendingUnverifiedEvent;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.sqs.model.Message;

class SocketEventProcessorTest extends ProcessorFixture {
  SocketEventProcessorTest() throws IOException {}

  @Test
  void event_isRecordedAsUnverified_sent_andResolved() {
    api.order(id, "PROCESSING");
    withApi(10);

    order(id, "COMPLETED");

    LedgerRecord record = awaitRecord(Subject.order(id), current -> current.version() == 2);
    assertThat(record.state()).isEqualTo(State.PROCESSING);
    assertThat(record.pendingChecks().unverifiedEvents()).isEmpty();
    assertThat(messages(id, 2))
        .anyMatch(body -> body.contains("dev.rampline.order.unverified"))
        .anyMatch(body -> body.contains("dev.rampline.order.processing"));
  }

  @Test
  void event_staysUnverified_withoutAnApi() {
    withoutApi();

    order(id, "COMPLETED");

    LedgerRecord record = awaitRecord(Subject.order(id), current -> true);
    assertThat(record.state()).isEqualTo(State.UNKNOWN);
    assertThat(record.pendingChecks().unverifiedEvents())
        .extracting(PendingUnverifiedEvent::state)
        .containsExactly(State.COMPLETED);
    assertThat(record.pendingChecks().nextCheckAt()).isNotNull();
  }

  @Test
  void event_staysUnverified_ifTheApiDoesNotKnowTheOrder() {
    withApi(10);

    order(id, "FAILED");

    await().until(() -> api.requests().contains(id));
    assertThat(record(Subject.order(id)).orElseThrow().pendingChecks().unverifiedEvents())
        .hasSize(1);
  }

  @Test
  void event_duringAnApiOutage_isResolvedAfterIt() {
    api.order(id, "COMPLETED");
    api.setDown(true);
    withApi(10);

    order(id, "COMPLETED");
    await().until(() -> api.requests().contains(id));
    assertThat(record(Subject.order(id)).orElseThrow().state()).isEqualTo(State.UNKNOWN);
    api.setDown(false);

    awaitRecord(Subject.order(id), current -> current.state() == State.COMPLETED);
  }

  @Test
  void order_whoseSubjectHidesItsId_isLookedUpByItsId() {
    String unicodeId = "ünïcode " + id;
    api.order(unicodeId, "COMPLETED");
    withApi(10);

    order(unicodeId, "COMPLETED");

    awaitRecord(Subject.order(unicodeId), current -> current.state() == State.COMPLETED);
  }

  @Test
  void kycOfACustomer_isResolved_andKycOfAUserIsNot() {
    api.customer(id, "APPROVED");
    withApi(10);

    receive(
        "KYC_STATUS_CHANGED",
        "{\"partnerCustomerId\":\"%s\",\"newStatus\":\"APPROVED\"}".formatted(id));
    receive("KYC_STATUS_CHANGED", "{\"userId\":\"%s\",\"newStatus\":\"APPROVED\"}".formatted(id));

    awaitRecord(Subject.customer(id), current -> current.state() == State.APPROVED);
    LedgerRecord user = awaitRecord(Subject.user(id), current -> true);
    assertThat(user.state()).isEqualTo(State.UNKNOWN);
    assertThat(user.pendingChecks().unverifiedEvents()).hasSize(1);
  }

  @Test
  void eventWithoutNews_isNeitherWrittenNorLookedUp() {
    api.order(id, "COMPLETED");
    withApi(10);
    order(id, "COMPLETED");
    awaitRecord(Subject.order(id), current -> current.state() == State.COMPLETED);

    order(id, "COMPLETED");
    order(id, "PROCESSING");
    await().until(() -> depth() == 0);

    assertThat(record(Subject.order(id)).orElseThrow().version()).isEqualTo(2);
    assertThat(api.requests()).containsExactly(id);
  }

  @ParameterizedTest
  @ValueSource(strings = {"{}", "{\"event\":\"canary\",\"orderId\":\"1\"}"})
  void unrecognizedMessage_isCountedByItsShapeAlone(String message) {
    withoutApi();

    receive("order:update", message);
    receive("order:update", message);

    assertThat(depth()).isZero();
    assertThat(lines)
        .singleElement()
        .asString()
        .contains("\"shape\":\"object\"", "\"unrecognizedEvents\":2")
        .doesNotContain("canary");
    assertThat(depth()).isZero();
    assertThat(lines).hasSize(1);
  }

  @Test
  void heartbeat_isNotLogged() {
    withoutApi();

    receive("order:update", "{\"event\":\"PONG\"}");

    assertThat(depth()).isZero();
    assertThat(lines).isEmpty();
  }

  @Test
  void faultOfAnAttempt_isLoggedByItsName() {
    withoutApi().onSetupFailed(new IllegalStateException("canary"));

    assertThat(lines)
        .singleElement()
        .asString()
        .contains(
            "\"disconnectReason\":\"no attempt could be made\"",
            "\"fault\":\"java.lang.IllegalStateException\"",
            "\"subscriptionsFailed\":1")
        .doesNotContain("canary");
  }

  @Test
  void logEntries_containIdsButNoPayload() {
    api.order(id, "COMPLETED");
    withApi(10);
    receive(
        "canary-name",
        "{\"event\":\"COMPLETED\",\"orderId\":\"%s\",\"txHash\":\"canary\",\"canary\":1}"
            .formatted(id));

    awaitRecord(Subject.order(id), current -> current.state() == State.COMPLETED);
    await().until(() -> lines.size() == 2);

    assertThat(lines.getFirst()).contains("\"decision\":\"unverified\"", "order/" + id);
    assertThat(lines.getLast()).contains("\"decision\":\"state-changed\"", "order/" + id);
    assertThat(lines).noneMatch(line -> line.contains("canary"));
  }

  private static List<String> messages(String id, int expected) {
    List<String> bodies = new ArrayList<>();
    await()
        .until(
            () -> {
              receive().stream()
                  .map(Message::body)
                  .filter(body -> body.contains(id))
                  .forEach(bodies::add);
              return bodies.size() >= expected;
            });
    return bodies;
  }

  private static List<Message> receive() {
    String queue = stores().queues().events().toString();
    List<Message> received =
        stores()
            .sqs()
            .receiveMessage(request -> request.queueUrl(queue).maxNumberOfMessages(10))
            .messages();
    received.forEach(
        message ->
            stores()
                .sqs()
                .deleteMessage(
                    request -> request.queueUrl(queue).receiptHandle(message.receiptHandle())));
    return received;
  }
}
