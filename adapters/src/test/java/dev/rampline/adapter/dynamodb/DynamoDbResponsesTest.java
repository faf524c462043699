package dev.rampline.adapter.dynamodb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rampline.adapter.ScriptedAws;
import dev.rampline.adapter.ScriptedAws.Request;
import dev.rampline.adapter.ScriptedAws.Response;
import dev.rampline.erasure.Erasure;
import dev.rampline.event.Subject;
import dev.rampline.json.Json;
import dev.rampline.json.JsonWriter;
import dev.rampline.ledger.Ledger.Consistency;
import dev.rampline.ledger.Ledger.WriteResult;
import dev.rampline.ledger.LedgerRecord;
import dev.rampline.ledger.LedgerUnavailableException;
import dev.rampline.ledger.SampleRecords;
import dev.rampline.reconcile.ScanCheckpoint;
import dev.rampline.reconcile.ScanProgress;
import dev.rampline.time.Deadline;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;

/** What the stores make of DynamoDB's responses, over HTTP. */
@Timeout(60)
class DynamoDbResponsesTest {
  private static final String TABLE = "rampline-ledger";
  private static final Subject SUBJECT = SampleRecords.freshOrder();
  private static final LedgerRecord RECORD = SampleRecords.first(SUBJECT);

  private final ScriptedAws aws = new ScriptedAws();
  private final DynamoDbClient client = ScriptedAws.withoutRetries(aws.aws().tables()).build();
  private final DynamoDbLedger ledger = new DynamoDbLedger(client, TABLE);

  @AfterEach
  void close() {
    client.close();
    aws.close();
  }

  @ParameterizedTest
  @MethodSource("calls")
  void throttledOrFailedCall_isUnavailable(StoreCall call) {
    Stream.of(
            Response.error("ThrottlingException"),
            Response.error("ProvisionedThroughputExceededException"),
            Response.error("RequestLimitExceeded"),
            Response.error("ReplicatedWriteConflictException"),
            new Response(408, "{}"),
            new Response(500, "{\"__type\":\"InternalServerError\"}"),
            new Response(503, ""))
        .forEach(
            response -> {
              aws.otherwise(_ -> response);
              assertThatThrownBy(() -> call.run(client))
                  .as("%s", response)
                  .isInstanceOf(LedgerUnavailableException.class)
                  .hasMessageNotContaining("canary");
            });
  }

  @ParameterizedTest
  @MethodSource("calls")
  void refusedCall_isNoOutageOfTheLedger(StoreCall call) {
    Stream.of(
            "AccessDeniedException",
            "ValidationException",
            "ResourceNotFoundException",
            "KMSAccessDeniedException",
            "UnrecognizedClientException")
        .forEach(
            code -> {
              aws.otherwise(_ -> Response.error(code));
              assertThatThrownBy(() -> call.run(client))
                  .as(code)
                  .isInstanceOf(AwsServiceException.class);
            });
  }

  @ParameterizedTest
  @MethodSource("calls")
  void callAfterTheDeadline_isNotMade(StoreCall call) {
    assertThatThrownBy(
            () -> call.run(client, Deadline.after(Duration.ZERO, InstantSource.system())))
        .isInstanceOf(LedgerUnavailableException.class);
    assertThat(aws.requests()).isEmpty();
  }

  @Test
  void readsAreConsistent_whereTheCallerNeedsIt() {
    ledger.read(SUBJECT, Consistency.STRONG, soon());
    ledger.read(SUBJECT, Consistency.EVENTUAL, soon());
    new DynamoDbScanCheckpointStore(client, TABLE).read(soon());
    new DynamoDbDueIndex(client, TABLE).postponeUnreadable(SUBJECT, Instant.EPOCH, soon());
    new Erasure(ledger, InstantSource.system()).erase(SUBJECT, soon());

    assertThat(aws.requests())
        .extracting(request -> request.parameter("ConsistentRead"))
        .containsExactly(
            new Json.Bool(true),
            new Json.Bool(false),
            new Json.Bool(true),
            new Json.Bool(true),
            new Json.Bool(true));
  }

  @Test
  void firstWrite_expectsNoItem_andALaterOneTheRevisionBefore() {
    ledger.write(RECORD, soon());
    ledger.write(SampleRecords.at(7, RECORD), soon());

    assertThat(aws.requests())
        .extracting(request -> request.text("ConditionExpression"))
        .containsExactly("attribute_not_exists(subject)", "revision = :expected");
    assertThat(aws.requests().getLast().parameter("ExpressionAttributeValues").toString())
        .contains("6");
    assertThat(aws.requests())
        .extracting(request -> request.text("ReturnValuesOnConditionCheckFailure"))
        .containsOnly("ALL_OLD");
  }

  @Test
  void writeDuringATransaction_isContended() {
    aws.thenError("TransactionConflictException");

    assertThat(ledger.write(RECORD, soon())).isEqualTo(new WriteResult.Contended());
  }

  @ParameterizedTest
  @MethodSource("cancellations")
  void canceledTransaction_isReadByItsReasons(
      String reasons, Consumer<DynamoDbResponsesTest> check) {
    aws.then(
        _ ->
            new Response(
                400,
                """
                {"__type":"com.amazonaws#TransactionCanceledException","Message":"canary",\
                "CancellationReasons":[%s]}"""
                    .formatted(reasons)));

    check.accept(this);
  }

  static Stream<Arguments> cancellations() {
    String none = "{\"Code\":\"None\"},";
    Consumer<DynamoDbResponsesTest> contended =
        test -> assertThat(test.writeBoth()).isEqualTo(new WriteResult.Contended());
    Consumer<DynamoDbResponsesTest> unavailable =
        test -> assertThatThrownBy(test::writeBoth).isInstanceOf(LedgerUnavailableException.class);
    Consumer<DynamoDbResponsesTest> invalid =
        test ->
            assertThatThrownBy(test::writeBoth).isInstanceOf(TransactionCanceledException.class);
    return Stream.of(
        cancellation(none + code("TransactionConflict"), contended),
        cancellation(code("ThrottlingError") + "," + code("TransactionConflict"), contended),
        cancellation(none + code("ThrottlingError"), unavailable),
        cancellation(none + code("ProvisionedThroughputExceeded"), unavailable),
        cancellation(none + code("ConditionalCheckFailed"), unavailable),
        cancellation(none + code("ValidationError"), invalid),
        cancellation(none + code("ItemCollectionSizeLimitExceeded"), invalid));
  }

  @Test
  void writtenTransaction_containsEveryEntryWithItsCondition() {
    assertThat(writeBoth()).isEqualTo(new WriteResult.Written());

    Request request = aws.requests().getFirst();
    assertThat(request.operation()).isEqualTo("TransactWriteItems");
    assertThat(request.list("TransactItems").toString())
        .contains("attribute_not_exists(subject)", "revision = :expected")
        .containsOnlyOnce(":expected=");
  }

  @Test
  void deletedRecord_isUnavailable() {
    aws.thenError("ConditionalCheckFailedException");

    assertThatThrownBy(() -> ledger.write(SampleRecords.at(2, RECORD), soon()))
        .isInstanceOf(LedgerUnavailableException.class);
  }

  @Test
  void checkpointOfAnotherRun_isNotReplaced() {
    aws.thenError("ConditionalCheckFailedException");

    assertThat(
            new DynamoDbScanCheckpointStore(client, TABLE)
                .write(new ScanCheckpoint(1, null, null), soon()))
        .isFalse();
  }

  @ParameterizedTest
  @MethodSource("checkpoints")
  void checkpoint_isReadAsWritten(ScanCheckpoint checkpoint) {
    DynamoDbScanCheckpointStore store = new DynamoDbScanCheckpointStore(client, TABLE);
    assertThat(store.write(checkpoint, soon())).isTrue();
    aws.then(_ -> new Response(200, "{\"Item\":" + written() + "}"));

    assertThat(store.read(soon())).isEqualTo(checkpoint);
    assertThat(aws.requests().getFirst().parameter("ExpressionAttributeValues").toString())
        .contains(Long.toString(checkpoint.revision() - 1));
  }

  static Stream<ScanCheckpoint> checkpoints() {
    Instant at = Instant.parse("2026-03-01T12:00:00.125Z");
    return Stream.of(
        new ScanCheckpoint(8, at, null),
        new ScanCheckpoint(8, null, new ScanProgress(at, at.minusSeconds(60), 7, true)),
        new ScanCheckpoint(8, at, new ScanProgress(at, at.minusSeconds(60), 7, false)));
  }

  @Test
  void supersededWrite_returnsTheItemOfTheResponse() {
    ledger.write(RECORD, soon());
    String item = written();
    aws.then(
        _ ->
            new Response(
                400,
                "{\"__type\":\"com.amazonaws#ConditionalCheckFailedException\",\"Item\":%s}"
                    .formatted(item)));
    aws.then(
        _ ->
            new Response(
                400,
                """
                {"__type":"com.amazonaws#TransactionCanceledException","CancellationReasons":\
                [{"Code":"None"},{"Code":"ConditionalCheckFailed","Item":%s}]}"""
                    .formatted(item)));

    assertThat(ledger.write(RECORD, soon())).isEqualTo(new WriteResult.Superseded(RECORD));
    assertThat(writeBoth()).isEqualTo(new WriteResult.Superseded(RECORD));
  }

  private String written() {
    return JsonWriter.write(aws.requests().getFirst().parameter("Item"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "{\"revision\":{\"N\":\"3\"}}", "{\"open\":{\"S\":\"1\"}}"})
  void recordThatIsNotInTheIndex_isNotPostponed(String item) {
    aws.then(_ -> new Response(200, item.isEmpty() ? "{}" : "{\"Item\":" + item + "}"));

    new DynamoDbDueIndex(client, TABLE).postponeUnreadable(SUBJECT, Instant.EPOCH, soon());

    assertThat(aws.operations()).containsExactly("GetItem");
  }

  @Test
  void unreadableRecord_isPostponed_unlessItChangesMeanwhile() {
    aws.then(
        _ ->
            new Response(
                200,
                "{\"Item\":{\"subject\":{\"S\":\"order/1\"},\"revision\":{\"N\":\"3\"},"
                    + "\"open\":{\"S\":\"1\"},\"tomorrow\":{\"S\":\"x\"}}}"));
    aws.thenError("ConditionalCheckFailedException");

    new DynamoDbDueIndex(client, TABLE)
        .postponeUnreadable(SUBJECT, Instant.ofEpochSecond(1_800_000_000), soon());

    Request put = aws.requests().getLast();
    assertThat(put.operation()).isEqualTo("PutItem");
    assertThat(put.text("ConditionExpression")).isEqualTo("revision = :expected");
    assertThat(put.parameter("ExpressionAttributeValues").toString()).contains("3");
    assertThat(put.parameter("Item").toString()).contains("tomorrow", "1800000000", "order/1", "4");
  }

  @Test
  void dueIndex_readsConflictsFirst_andEachPartitionToItsEnd() {
    String key = "{\"subject\":{\"S\":\"order/1\"}}";
    aws.then(_ -> page("order/1", 20, ",\"LastEvaluatedKey\":" + key));
    aws.then(_ -> page("order/2", 10, ""));

    var pages = new DynamoDbDueIndex(client, TABLE).findDue(Instant.ofEpochSecond(30), soon());

    assertThat(pages.next()).containsExactly(new Subject("order/1"));
    assertThat(pages.next()).containsExactly(new Subject("order/2"));
    assertThat(aws.requests())
        .hasSize(2)
        .allMatch(
            request ->
                request.parameter("ExpressionAttributeValues").toString().contains("conflict"));
    assertThat(aws.requests().getLast().parameter("ExclusiveStartKey").toString())
        .contains("order/1");
    aws.then(_ -> page("order/3", 20, ""));
    aws.then(_ -> page("order/4", 10, ""));
    assertThat(pages.hasNext()).isTrue();
    assertThat(pages.next()).containsExactly(new Subject("order/4"), new Subject("order/3"));
    assertThat(aws.requests()).hasSize(2 + IndexKeys.OPEN_PARTITIONS);
    assertThat(pages.hasNext()).isFalse();
  }

  @Test
  void lostResponse_leavesTimeForAnotherAttempt() {
    aws.thenNothing();

    try (DynamoDbClient repeating = aws.aws().dynamoDb()) {
      assertThat(
              new DynamoDbLedger(repeating, TABLE)
                  .read(
                      SUBJECT,
                      Consistency.STRONG,
                      Deadline.after(Duration.ofSeconds(4), InstantSource.system())))
          .isEmpty();
    }
    assertThat(aws.operations()).containsExactly("GetItem", "GetItem");
  }

  private static Response page(String subject, int nextCheckAt, String more) {
    return new Response(
        200,
        "{\"Items\":[{\"subject\":{\"S\":\"%s\"},\"nextCheckAt\":{\"N\":\"%d\"}}]%s}"
            .formatted(subject, nextCheckAt, more));
  }

  private static String code(String code) {
    return "{\"Code\":\"" + code + "\"}";
  }

  private static Arguments cancellation(String reasons, Consumer<DynamoDbResponsesTest> check) {
    return Arguments.of(reasons, check);
  }

  private WriteResult writeBoth() {
    return ledger.writeAll(
        List.of(
            SampleRecords.first(SampleRecords.freshOrder()),
            SampleRecords.at(2, SampleRecords.first(SampleRecords.freshOrder()))),
        soon());
  }

  private static Deadline soon() {
    return Deadline.after(Duration.ofSeconds(30), InstantSource.system());
  }

  static Stream<StoreCall> calls() {
    return Stream.of(
        new StoreCall(
            "read", (client, until) -> ledger(client).read(SUBJECT, Consistency.STRONG, until)),
        new StoreCall("write", (client, until) -> ledger(client).write(RECORD, until)),
        new StoreCall(
            "write all",
            (client, until) ->
                ledger(client)
                    .writeAll(
                        List.of(RECORD, SampleRecords.first(SampleRecords.freshOrder())), until)),
        new StoreCall(
            "find due",
            (client, until) ->
                new DynamoDbDueIndex(client, TABLE).findDue(Instant.EPOCH, until).next()),
        new StoreCall(
            "postpone",
            (client, until) ->
                new DynamoDbDueIndex(client, TABLE)
                    .postponeUnreadable(SUBJECT, Instant.EPOCH, until)),
        new StoreCall(
            "read checkpoint",
            (client, until) -> new DynamoDbScanCheckpointStore(client, TABLE).read(until)),
        new StoreCall(
            "write checkpoint",
            (client, until) ->
                new DynamoDbScanCheckpointStore(client, TABLE)
                    .write(new ScanCheckpoint(1, null, null), until)));
  }

  private static DynamoDbLedger ledger(DynamoDbClient client) {
    return new DynamoDbLedger(client, TABLE);
  }

  /** A call of a store to DynamoDB. */
  record StoreCall(String name, BiConsumer<DynamoDbClient, Deadline> call) {
    void run(DynamoDbClient client) {
      run(client, soon());
    }

    void run(DynamoDbClient client, Deadline deadline) {
      call.accept(client, deadline);
    }

    @Override
    public String toString() {
      return name;
    }
  }
}
