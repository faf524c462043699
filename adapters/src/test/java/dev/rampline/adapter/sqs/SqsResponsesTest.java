package dev.rampline.adapter.sqs;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.rampline.adapter.ScriptedAws;
import dev.rampline.adapter.ScriptedAws.Request;
import dev.rampline.adapter.ScriptedAws.Response;
import dev.rampline.event.Subject;
import dev.rampline.ingest.Publisher;
import dev.rampline.ingest.Publisher.Unsent;
import dev.rampline.ingest.QueueUnavailableException;
import dev.rampline.json.Json;
import dev.rampline.ledger.SampleRecords;
import dev.rampline.message.CloudEventMessage;
import dev.rampline.time.Deadline;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.sqs.SqsClient;

/** What the queues make of the responses of SQS, over HTTP. */
@Timeout(60)
class SqsResponsesTest {
  private static final String URL = "https://sqs.us-east-1.amazonaws.com/000000000000/events.fifo";
  private static final Subject SUBJECT = SampleRecords.freshOrder();

  private final ScriptedAws aws = new ScriptedAws();
  private final SqsClient client = ScriptedAws.withoutRetries(aws.aws().queues()).build();
  private final Publisher publisher = new SqsPublisher(client, URL);

  @AfterEach
  void close() {
    client.close();
    aws.close();
  }

  @ParameterizedTest
  @ValueSource(ints = {2, 3})
  void batchRefusedBecauseOfOneMessage_isSentOneByOne_andTheOthersArrive(int size) {
    aws.thenError("InvalidMessageContents").otherwise(SqsResponsesTest::acceptAllBut1);
    List<CloudEventMessage> messages = messages(size);

    List<Unsent> unsent = publisher.publish(messages, soon());

    assertThat(unsent).containsExactly(new Unsent(messages.get(1), true, "InvalidMessageContents"));
    assertThat(aws.requests())
        .hasSize(1 + size)
        .extracting(request -> request.list("Entries").size())
        .startsWith(size, 1, 1);
    assertThat(bodies(aws.requests().subList(1, 1 + size)))
        .containsExactlyElementsOf(messages.stream().map(CloudEventMessage::body).toList());
  }

  @Test
  void batchOfWhichEveryMessageIsRefused_isUnsentPermanently() {
    aws.otherwise(_ -> Response.error("InvalidMessageContents"));

    assertThat(publisher.publish(messages(2), soon()))
        .extracting(Unsent::permanent)
        .containsExactly(true, true);
    assertThat(aws.requests()).hasSize(3);
  }

  @Test
  void singleMessageThatIsRefused_isNotRepeated() {
    aws.otherwise(_ -> Response.error("InvalidMessageContents"));

    assertThat(publisher.publish(messages(1), soon()))
        .extracting(Unsent::permanent)
        .containsExactly(true);
    assertThat(aws.requests()).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "AccessDenied",
        "AccessDeniedException",
        "KmsDisabled",
        "KMS.DisabledException",
        "KmsAccessDenied",
        "KmsThrottled",
        "QueueDoesNotExist",
        "AWS.SimpleQueueService.NonExistentQueue",
        "OverLimit",
        "ThrottlingException",
        "InvalidAddress"
      })
  void batchRefusedForAnotherReason_isUnsentAsAWhole_andAllowsARetry(String code) {
    aws.otherwise(_ -> Response.error(code));

    List<Unsent> unsent = publisher.publish(messages(3), soon());

    assertThat(unsent).hasSize(3).extracting(Unsent::permanent).containsOnly(false);
    assertThat(unsent).extracting(Unsent::reason).containsOnly(code);
    assertThat(aws.requests()).hasSize(1);
  }

  @ParameterizedTest
  @CsvSource({
    "InvalidMessageContents, true, true",
    "InvalidParameterValue, true, true",
    "InvalidMessageContents, false, false",
    "InternalError, false, false",
    "KMS.DisabledException, true, false",
    "kms.accessdenied, true, false",
    "AccessDenied, true, false",
    "RequestThrottled, true, false",
    "OverLimit, true, false",
    "QueueDeletedRecently, true, false"
  })
  void refusedMessageOfABatch_isPermanent_onlyIfItsContentIsTheReason(
      String code, boolean senderFault, boolean permanent) {
    List<CloudEventMessage> messages = messages(3);
    aws.otherwise(
        request ->
            response(
                request,
                2,
                """
                {"Id":"2","Code":"%1$s","SenderFault":%2$s},\
                {"Id":"0","Code":"%1$s","SenderFault":%2$s}"""
                    .formatted(code, senderFault)));

    assertThat(publisher.publish(messages, soon()))
        .containsExactly(
            new Unsent(messages.get(0), permanent, code),
            new Unsent(messages.get(2), permanent, code));
  }

  @Test
  void batch_hasTheGroupAndTheIdOfEachMessage() {
    aws.otherwise(SqsResponsesTest::acceptAllBut1);
    List<CloudEventMessage> messages = messages(1);

    assertThat(publisher.publish(messages, soon())).isEmpty();
    new SqsPublisher(client, URL, id -> id + "-again").publish(messages, soon());

    assertThat(aws.requests())
        .extracting(request -> request.list("Entries").getFirst())
        .extracting(
            entry -> entry.get("MessageGroupId").orElseThrow(),
            entry -> entry.get("MessageDeduplicationId").orElseThrow())
        .containsExactly(
            tuple(text(SUBJECT.text()), text(messages.getFirst().id())),
            tuple(text(SUBJECT.text()), text(messages.getFirst().id() + "-again")));
  }

  @Test
  void messagesAfterTheDeadline_areNotSent() {
    List<Unsent> unsent = publisher.publish(messages(2), passed());

    assertThat(unsent).extracting(Unsent::reason).containsExactly("no-time-left", "no-time-left");
    assertThat(unsent).extracting(Unsent::permanent).containsOnly(false);
    assertThat(aws.requests()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 11})
  void batchOfAnotherSize_isAnError(int size) {
    List<CloudEventMessage> messages = messages(size);

    assertThatThrownBy(() -> publisher.publish(messages, soon()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(Integer.toString(size));
  }

  @Test
  void batchOfTen_isSent() {
    aws.otherwise(_ -> new Response(200, "{\"Successful\":[],\"Failed\":[]}"));

    assertThat(publisher.publish(messages(10), soon())).isEmpty();
  }

  @Test
  void delays_haveTheirOwnIdsReceiptsAndTimes() {
    Map<String, Duration> waits = new LinkedHashMap<>();
    waits.put("first", Duration.ofSeconds(7));
    waits.put("second", Duration.ofMinutes(2));

    assertThat(new SqsRetryDelayer(client, URL).defer(waits, soon())).isEmpty();

    Request request = aws.requests().getFirst();
    assertThat(request.operation()).isEqualTo("ChangeMessageVisibilityBatch");
    assertThat(request.list("Entries"))
        .extracting(
            entry -> entry.get("Id").orElseThrow(),
            entry -> entry.get("ReceiptHandle").orElseThrow(),
            entry -> entry.get("VisibilityTimeout").orElseThrow())
        .containsExactly(
            tuple(text("0"), text("first"), new Json.Num("7")),
            tuple(text("1"), text("second"), new Json.Num("120")));
  }

  @Test
  void delayThatFails_isReportedByItsCode() {
    aws.then(
        _ ->
            new Response(
                200,
                "{\"Successful\":[],\"Failed\":"
                    + "[{\"Id\":\"0\",\"Code\":\"MessageNotInflight\",\"SenderFault\":true}]}"));
    aws.thenError("AccessDenied");
    SqsRetryDelayer delayer = new SqsRetryDelayer(client, URL);
    Map<String, Duration> waits = Map.of("receipt", Duration.ofSeconds(1));

    assertThat(delayer.defer(waits, soon())).contains("MessageNotInflight");
    assertThat(delayer.defer(waits, soon())).contains("AccessDenied");
    assertThat(delayer.defer(waits, passed())).contains("no-time-left");
    assertThat(aws.requests()).hasSize(2);
  }

  @Test
  void singleMessage_isSentOnce_orTheQueueIsUnavailable() {
    StandardQueue queue = new StandardQueue(client, URL);
    aws.then(
        request ->
            new Response(
                200,
                "{\"MessageId\":\"m\",\"MD5OfMessageBody\":\"%s\"}"
                    .formatted(md5(request.text("MessageBody")))));
    aws.thenError("KmsAccessDenied");
    queue.send("{}", Map.of(), soon());
    assertThatThrownBy(() -> queue.send("{}", Map.of("reason", "Refused"), soon()))
        .isInstanceOf(QueueUnavailableException.class)
        .hasMessage("SQS: KmsAccessDenied");
    assertThatThrownBy(() -> queue.send("{}", Map.of(), passed()))
        .isInstanceOf(QueueUnavailableException.class);

    assertThat(aws.requests()).hasSize(2);
    assertThat(aws.requests().getFirst().text("MessageBody")).isEqualTo("{}");
    assertThat(aws.requests().getLast().parameter("MessageAttributes").toString())
        .contains("reason", "Refused");
  }

  /** Refuses the message with the number 1 and accepts all others. */
  private static Response acceptAllBut1(Request request) {
    return bodies(List.of(request)).contains("{\"number\":1}")
        ? Response.error("InvalidMessageContents")
        : response(request, request.list("Entries").size(), "");
  }

  private static Response response(Request request, int accepted, String failed) {
    String successful =
        request.list("Entries").stream()
            .limit(accepted)
            .map(
                entry ->
                    "{\"Id\":\"%s\",\"MessageId\":\"m\",\"MD5OfMessageBody\":\"%s\"}"
                        .formatted(member(entry, "Id"), md5(member(entry, "MessageBody"))))
            .collect(Collectors.joining(","));
    return new Response(200, "{\"Successful\":[%s],\"Failed\":[%s]}".formatted(successful, failed));
  }

  private static List<String> bodies(List<Request> requests) {
    return requests.stream()
        .flatMap(request -> request.list("Entries").stream())
        .map(entry -> member(entry, "MessageBody"))
        .toList();
  }

  private static String member(Json.Obj entry, String name) {
    return ((Json.Text) entry.get(name).orElseThrow()).value();
  }

  private static Json text(String text) {
    return new Json.Text(text);
  }

  private static List<CloudEventMessage> messages(int count) {
    return IntStream.range(0, count)
        .mapToObj(
            number ->
                new CloudEventMessage(
                    SUBJECT.text() + "/" + number, SUBJECT, "{\"number\":" + number + "}", null))
        .toList();
  }

  private static String md5(String text) {
    try {
      return HexFormat.of()
          .formatHex(MessageDigest.getInstance("MD5").digest(text.getBytes(UTF_8)));
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  private static Deadline soon() {
    return Deadline.after(Duration.ofSeconds(30), InstantSource.system());
  }

  private static Deadline passed() {
    return Deadline.after(Duration.ZERO, InstantSource.system());
  }
}
