package dev.rampline.consumer.example;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse.BatchItemFailure;
import com.amazonaws.services.lambda.runtime.events.SQSEvent;
import com.amazonaws.services.lambda.runtime.events.SQSEvent.SQSMessage;
import com.fasterxml.jackson.databind.JsonNode;
import dev.rampline.consumer.ConsumerTable;
import dev.rampline.consumer.EmbeddedTables;
import dev.rampline.consumer.MessageBodies;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** The example crashes at each point of a payout. The queue then delivers its message again. */
class PayoutCrashTest {

  /** Read, handled state, ledger, pending, bank, done, and handled again: before and after each. */
  private static final int MIN_STEPS = 12;

  private final DynamoDbClient client = EmbeddedTables.client();
  private final Map<String, String> tables =
      Map.of(
          "LEDGER_TABLE", ConsumerTable.create(client),
          "HANDLED_TABLE", ConsumerTable.create(client),
          "PAYOUTS_TABLE", ConsumerTable.create(client));
  private final List<String> bankCalls = new ArrayList<>();
  private final ByteArrayOutputStream log = new ByteArrayOutputStream();
  private String order = "";

  @Test
  void order_isPaidOnce_whereverTheConsumerCrashes() {
    int step = 0;
    boolean hasCrashed;
    do {
      hasCrashed = payWithCrashAt(step++);
    } while (hasCrashed);

    assertThat(step).isGreaterThan(MIN_STEPS);
  }

  /** Two consumers take up the same pending payout: the bank gets one key and one order. */
  @Test
  void pendingPayout_isPaidAsItWasBegun_evenIfTheOrderHasNewFields() {
    completeOrder(1);
    crash(afterBank());
    writeLedger("completed", 2);

    assertThat(deliver(CrashPoint.never(), 2, "completed")).isEmpty();

    assertThat(bankCalls).hasSize(2).allMatch(bankCalls.getFirst()::equals);
    assertThat(bankCalls.getFirst()).contains("\"version\":1");
  }

  @Test
  void pendingPayout_ofAnOrderThatIsRefundedByNow_isLeftToAPerson() {
    completeOrder(1);
    crash(afterBank());
    writeLedger("refunded", 2);

    assertThat(deliver(CrashPoint.never(), 1, "completed")).containsExactly(order + "/1");
    assertThat(deliver(CrashPoint.never(), 2, "refunded")).containsExactly(order + "/2");

    assertThat(bankCalls).hasSize(1);
  }

  @Test
  void erasedOrder_isNotPaid_andItsMessageIsDone() {
    completeOrder(1);
    client.putItem(
        put ->
            put.tableName(tables.get("LEDGER_TABLE"))
                .item(
                    Map.of(
                        "subject", AttributeValue.fromS(order),
                        "version", AttributeValue.fromN("1"),
                        "updatedAt", AttributeValue.fromS("2026-03-01T10:00:00Z"),
                        "erased", AttributeValue.fromBool(true))));

    assertThat(deliver(CrashPoint.never(), 1, "completed")).isEmpty();
    assertThat(bankCalls).isEmpty();
  }

  @Test
  void unknownOrder_isNotPaid_andItsMessageArrivesAgain() {
    order = "order/" + UUID.randomUUID();

    assertThat(deliver(CrashPoint.never(), 1, "completed")).containsExactly(order + "/1");
    assertThat(bankCalls).isEmpty();
    assertThat(log.toString(UTF_8).strip())
        .isEqualTo("not handled: " + order + "/1: java.lang.IllegalStateException");
  }

  @Test
  void changeThatTheLedgerDoesNotHaveYet_isNotPaid_andItsMessageArrivesAgain() {
    completeOrder(1);

    assertThat(deliver(CrashPoint.never(), 2, "completed")).containsExactly(order + "/2");
    assertThat(bankCalls).isEmpty();
  }

  @Test
  void largeOrder_isPaidOnceItIsConfirmed() {
    completeOrder(1);
    String unconfirmed =
        MessageBodies.body(order, 1, "completed", null).replace("\"100\"", "\"1000\"");
    assertThat(deliver(CrashPoint.never(), order + "/1", unconfirmed)).isEmpty();
    assertThat(bankCalls).isEmpty();

    writeLedger("completed", 2);
    String confirmed =
        MessageBodies.body(order, 2, "completed", null)
            .replace("\"100\"", "\"1000\"")
            .replace("\"conflict\"", "\"confirmedAt\": \"2026-03-01T10:06:00Z\", \"conflict\"");
    assertThat(deliver(CrashPoint.never(), order + "/2", confirmed)).isEmpty();
    assertThat(bankCalls).hasSize(1);
  }

  /** Returns whether the step exists. */
  private boolean payWithCrashAt(int step) {
    completeOrder(1);
    bankCalls.clear();
    CrashPoint crash = new CrashPoint(step);
    List<String> failed = deliver(crash, 1, "completed");

    assertThat(failed).as("step %d", step).hasSize(crash.hasCrashed() ? 1 : 0);
    assertThat(deliver(CrashPoint.never(), 1, "completed")).as("step %d", step).isEmpty();
    assertThat(deliver(CrashPoint.never(), 1, "completed")).as("step %d", step).isEmpty();

    assertThat(bankCalls).as("step %d", step).isNotEmpty().hasSizeLessThan(3);
    assertThat(bankCalls).as("one key, one order").allMatch(bankCalls.getFirst()::equals);
    return crash.hasCrashed();
  }

  /** Crashes after the bank's call, for which that many steps are needed. */
  private void crash(CrashPoint crash) {
    assertThat(deliver(crash, 1, "completed")).hasSize(1);
    assertThat(crash.hasCrashed()).isTrue();
    assertThat(bankCalls).hasSize(1);
  }

  private static CrashPoint afterBank() {
    int dynamoDbCalls = 3;
    return new CrashPoint(2 * dynamoDbCalls + 1);
  }

  private void completeOrder(long version) {
    order = "order/" + UUID.randomUUID();
    writeLedger("completed", version);
  }

  private void writeLedger(String state, long version) {
    client.putItem(
        put ->
            put.tableName(tables.get("LEDGER_TABLE"))
                .item(
                    Map.of(
                        "subject", AttributeValue.fromS(order),
                        "state", AttributeValue.fromS(state),
                        "version", AttributeValue.fromN(Long.toString(version)),
                        "last",
                            AttributeValue.fromM(Map.of("trust", AttributeValue.fromS("signed"))),
                        "updatedAt", AttributeValue.fromS("2026-03-01T10:00:00Z"))));
  }

  /** Delivers a message to a new process; returns the failed ones. */
  private List<String> deliver(CrashPoint crash, long version, String state) {
    String body = MessageBodies.body(order, version, state, null);
    return deliver(crash, order + "/" + version, body);
  }

  private List<String> deliver(CrashPoint crash, String id, String body) {
    PayoutFunction function =
        new PayoutFunction(
            CrashingClient.of(client, crash),
            tables,
            (key, paid) -> payAt(crash, key, paid),
            new PrintStream(log, true, UTF_8));
    SQSMessage message = new SQSMessage();
    message.setMessageId(id);
    message.setBody(body);
    message.setAttributes(Map.of("MessageGroupId", order));
    SQSEvent event = new SQSEvent();
    event.setRecords(List.of(message));
    return function.handleRequest(event, null).getBatchItemFailures().stream()
        .map(BatchItemFailure::getItemIdentifier)
        .toList();
  }

  private void payAt(CrashPoint crash, String key, JsonNode paid) {
    crash.step();
    bankCalls.add(key + " " + paid);
    crash.step();
  }
}
