package dev.rampline.adapter.sns;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rampline.adapter.ScriptedAws;
import dev.rampline.adapter.ScriptedAws.Request;
import dev.rampline.adapter.ScriptedAws.Response;
import dev.rampline.adapter.aws.AwsClients;
import dev.rampline.event.Subject;
import dev.rampline.event.TraceContext;
import dev.rampline.ingest.Publisher;
import dev.rampline.ingest.Publisher.Unsent;
import dev.rampline.ledger.SampleRecords;
import dev.rampline.message.CloudEventMessage;
import dev.rampline.time.Deadline;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.sns.SnsClient;

/** What the publisher makes of the responses of SNS, over HTTP. */
@Timeout(60)
class SnsResponsesTest {
  private static final String TOPIC = "arn:aws:sns:us-east-1:000000000000:rampline-events.fifo";
  private static final Subject SUBJECT = SampleRecords.freshOrder();
  private static final TraceContext TRACE =
      new TraceContext("4bf92f3577b34da6a3ce929d0e0e4736", "00f067aa0ba902b7", 1);

  private final ScriptedAws aws = new ScriptedAws();
  private final SnsClient client =
      ScriptedAws.withoutRetries(aws.aws().configure(AwsClients.sns())).build();
  private final Publisher publisher = new SnsPublisher(client, TOPIC);

  @AfterEach
  void close() {
    client.close();
    aws.close();
  }

  @Test
  void batch_hasBodyGroupIdAndTraceOfEachMessage() {
    aws.otherwise(_ -> response(""));
    List<CloudEventMessage> messages = messages(2);

    assertThat(publisher.publish(messages, soon())).isEmpty();
    new SnsPublisher(client, TOPIC, id -> id + "-again").publish(messages, soon());

    Request first = aws.requests().getFirst();
    assertThat(aws.operations()).containsExactly("PublishBatch", "PublishBatch");
    assertThat(first.text("TopicArn")).isEqualTo(TOPIC);
    assertThat(entry(first, 2, "Message")).isEqualTo("{\"number\":1}");
    assertThat(entry(first, 2, "MessageGroupId")).isEqualTo(SUBJECT.text());
    assertThat(entry(first, 2, "MessageDeduplicationId")).isEqualTo(messages.get(1).id());
    assertThat(entry(first, 2, "MessageAttributes.entry.1.Name")).isEqualTo("traceparent");
    assertThat(entry(first, 2, "MessageAttributes.entry.1.Value.StringValue"))
        .isEqualTo(TRACE.text());
    assertThat(entry(aws.requests().getLast(), 1, "MessageDeduplicationId"))
        .isEqualTo(messages.getFirst().id() + "-again");
  }

  @ParameterizedTest
  @CsvSource({
    "InvalidParameter, true, true",
    "InvalidParameter, false, false",
    "InternalFailure, false, false",
    "KMSDisabled, true, false",
    "AuthorizationError, true, false",
    "NotFound, true, false",
    "Throttled, true, false",
  })
  void refusedMessageOfABatch_isPermanent_onlyIfItsContentIsTheReason(
      String code, boolean senderFault, boolean permanent) {
    List<CloudEventMessage> messages = messages(3);
    aws.otherwise(_ -> response(refused(2, code, senderFault) + refused(0, code, senderFault)));

    assertThat(publisher.publish(messages, soon()))
        .containsExactly(
            new Unsent(messages.get(0), permanent, code),
            new Unsent(messages.get(2), permanent, code));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "BatchRequestTooLong",
        "InvalidParameter",
        "ParameterValueInvalid",
        "ValidationException"
      })
  void batchRefusedBecauseOfOneMessage_isSentOneByOne_andTheOthersArrive(String code) {
    aws.then(_ -> error(code))
        .otherwise(
            request ->
                entry(request, 1, "Message").equals("{\"number\":1}") ? error(code) : response(""));
    List<CloudEventMessage> messages = messages(3);

    assertThat(publisher.publish(messages, soon()))
        .containsExactly(new Unsent(messages.get(1), true, code));
    assertThat(aws.requests()).hasSize(4);
  }

  @ParameterizedTest
  @CsvSource({
    "InvalidParameter, false",
    "ParameterValueInvalid, false",
    "ValidationException, false",
    "BatchRequestTooLong, true",
  })
  void batchOfWhichEveryMessageIsRefused_allowsARetry_ifTheCallMayBeTheReason(
      String code, boolean permanent) {
    aws.otherwise(_ -> error(code));
    List<CloudEventMessage> messages = messages(2);

    assertThat(publisher.publish(messages, soon()))
        .containsExactly(
            new Unsent(messages.get(0), permanent, code),
            new Unsent(messages.get(1), permanent, code));
    assertThat(aws.requests()).hasSize(3);
  }

  @Test
  void singleMessageThatIsRefused_isUnsentPermanently_soThatItHoldsUpNoOther() {
    aws.otherwise(_ -> error("ParameterValueInvalid"));
    List<CloudEventMessage> messages = messages(1);

    assertThat(publisher.publish(messages, soon()))
        .containsExactly(new Unsent(messages.getFirst(), true, "ParameterValueInvalid"));
    assertThat(aws.requests()).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"AuthorizationError", "NotFound", "KMSAccessDenied", "Throttled"})
  void batchRefusedForAnotherReason_isUnsentAsAWhole_andAllowsARetry(String code) {
    aws.otherwise(_ -> error(code));

    List<Unsent> unsent = publisher.publish(messages(3), soon());

    assertThat(unsent).hasSize(3).extracting(Unsent::permanent).containsOnly(false);
    assertThat(unsent).extracting(Unsent::reason).containsOnly(code);
    assertThat(aws.requests()).hasSize(1);
  }

  private static String entry(Request request, int number, String name) {
    return request.text("PublishBatchRequestEntries.member.%d.%s".formatted(number, name));
  }

  private static Response response(String failed) {
    return new Response(
        200,
        "<PublishBatchResponse><PublishBatchResult><Failed>%s</Failed></PublishBatchResult></PublishBatchResponse>"
            .formatted(failed));
  }

  private static String refused(int id, String code, boolean senderFault) {
    return "<member><Id>%d</Id><Code>%s</Code><SenderFault>%s</SenderFault></member>"
        .formatted(id, code, senderFault);
  }

  private static Response error(String code) {
    return new Response(
        400,
        "<ErrorResponse><Error><Type>Sender</Type><Code>%s</Code><Message>canary</Message></Error></ErrorResponse>"
            .formatted(code));
  }

  private static List<CloudEventMessage> messages(int count) {
    return IntStream.range(0, count)
        .mapToObj(
            number ->
                new CloudEventMessage(
                    SUBJECT.text() + "/" + number, SUBJECT, "{\"number\":" + number + "}", TRACE))
        .toList();
  }

  private static Deadline soon() {
    return Deadline.after(Duration.ofSeconds(30), InstantSource.system());
  }
}
