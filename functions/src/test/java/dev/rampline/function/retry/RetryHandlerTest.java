package dev.rampline.function.retry;

import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse.BatchItemFailure;
import com.amazonaws.services.lambda.runtime.events.SQSEvent;
import com.amazonaws.services.lambda.runtime.tests.EventLoader;
import dev.rampline.erasure.Erasure;
import dev.rampline.event.EventFields;
import dev.rampline.event.EventMetadata;
import dev.rampline.event.State;
import dev.rampline.event.StatusReport;
import dev.rampline.event.Subject;
import dev.rampline.event.TraceContext;
import dev.rampline.event.VerifiedEvent;
import dev.rampline.function.RetryDependencies;
import dev.rampline.ingest.DeadLetter;
import dev.rampline.ingest.InMemoryDeadLetters;
import dev.rampline.ingest.InMemoryPublisher;
import dev.rampline.ingest.Ingest;
import dev.rampline.ingest.RetryDocument;
import dev.rampline.ledger.InMemoryLedger;
import dev.rampline.ledger.Ledger;
import dev.rampline.ledger.LedgerUnavailableException;
import dev.rampline.ledger.UnreadableRecordException;
import dev.rampline.message.MessageComposer;
import dev.rampline.time.Deadline;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbException;

class RetryHandlerTest {
  private static final InstantSource CLOCK = InstantSource.system();

  private final InMemoryLedger ledger = new InMemoryLedger();
  private final InMemoryPublisher queue = new InMemoryPublisher();
  private final InMemoryDeadLetters deadLetters = new InMemoryDeadLetters();
  private final RecordingRetryDelayer deferral = new RecordingRetryDelayer();
  private final Map<Subject, RuntimeException> faults = new HashMap<>();
  private final List<String> lines = new ArrayList<>();

  @Test
  void word_leaves_the_record_and_the_message_that_it_would_have_left_when_it_came() {
    InMemoryLedger direct = new InMemoryLedger();
    InMemoryPublisher directQueue = new InMemoryPublisher();
    VerifiedEvent word = word("1");
    ingest(direct, directQueue).ingest(word, Deadline.after(Duration.ofSeconds(5), CLOCK));

    assertThat(take(new RetryBatch().add(RetryDocument.write(word), 1))).isEmpty();

    assertThat(ledger.records()).isEqualTo(direct.records());
    assertThat(queue.messages()).isEqualTo(directQueue.messages()).hasSize(1);
    assertThat(lines.getLast())
        .contains(
            "\"subject\":\"order/1\",", "\"decision\":\"state-changed\"", "\"delivery\":\"sent\"")
        .contains("\"events\":1");
  }

  @Test
  void word_on_a_forgotten_subject_is_counted_and_dropped() {
    VerifiedEvent word = word("1");
    take(new RetryBatch().add(RetryDocument.write(word), 1));
    new Erasure(ledger, CLOCK).erase(word.subject(), Deadline.after(Duration.ofSeconds(5), CLOCK));

    assertThat(take(new RetryBatch().add(RetryDocument.write(word), 1))).isEmpty();

    assertThat(ledger.records()).isEmpty();
    assertThat(queue.messages()).hasSize(1);
    assertThat(deadLetters.letters()).isEmpty();
    assertThat(lines.getLast()).contains("\"decision\":\"erased\"", "\"erased\":1");
  }

  @Test
  void word_that_comes_twice_makes_one_message() {
    String document = RetryDocument.write(word("1"));

    assertThat(take(new RetryBatch().add(document, 1).add(document, 2))).isEmpty();
    assertThat(queue.messages()).hasSize(1);
  }

  @Test
  void sample_event_is_taken_in() {
    Path sample = Path.of("..", "events", "retry", "order-processing.json");
    SQSEvent event = EventLoader.loadSQSEvent(sample.toAbsolutePath().toString());

    assertThat(handler().handleRequest(event, null).getBatchItemFailures()).isEmpty();
    assertThat(queue.messages()).extracting("id").containsExactly("order/OZZOBiT-order-ghi/1");
  }

  @Test
  void word_that_the_ledger_cannot_take_yet_is_reported_and_waits_while_the_others_go_on() {
    faults.put(Subject.order("2"), new LedgerUnavailableException("canary", null));

    assertThat(take(documents("1", "2", "3"))).containsExactly("m2");
    assertThat(deferral.waits()).containsExactly(Map.entry("r2", Duration.ofSeconds(30)));
    assertThat(queue.messages()).extracting("id").containsExactly("order/1/1", "order/3/1");
    assertThat(lines.get(1))
        .contains("\"subject\":\"order/2\",\"decision\":\"deferred\"", "\"deferred\":1")
        .doesNotContain("canary");
  }

  @ParameterizedTest
  @CsvSource({"1, PT30S", "2, PT1M", "3, PT2M", "5, PT8M", "6, PT15M", "7, PT15M", "999, PT15M"})
  void word_waits_the_longer_the_more_often_it_came(int receives, Duration wait) {
    faults.put(Subject.order("1"), new LedgerUnavailableException("down", null));

    assertThat(take(new RetryBatch().add(RetryDocument.write(word("1")), receives)))
        .containsExactly("m1");
    assertThat(deferral.waits()).containsExactly(Map.entry("r1", wait));
  }

  @Test
  void text_that_is_no_word_is_parked_as_it_is_while_the_others_go_on() {
    RetryBatch batch =
        new RetryBatch().add("{\"form\":\"canary\"}", 1).add(RetryDocument.write(word("2")), 1);

    assertThat(take(batch)).isEmpty();
    assertThat(deadLetters.letters())
        .containsExactly(new DeadLetter("{\"form\":\"canary\"}", "unreadable"));
    assertThat(queue.messages()).hasSize(1);
    assertThat(lines.getFirst())
        .contains("\"decision\":\"dead-lettered\",\"reason\":\"unreadable\"", "\"deadLettered\":1")
        .doesNotContain("canary");
  }

  @Test
  void word_that_the_ledger_would_never_take_is_parked_as_it_is() {
    faults.put(Subject.order("1"), refusal("ValidationException"));
    faults.put(
        Subject.order("2"), new UnreadableRecordException(new IllegalStateException("canary")));

    assertThat(take(documents("1", "2", "3"))).isEmpty();
    assertThat(deadLetters.letters())
        .extracting(DeadLetter::body)
        .containsExactly(RetryDocument.write(word("1")), RetryDocument.write(word("2")));
    assertThat(deadLetters.letters())
        .extracting(DeadLetter::reason)
        .containsExactly("ValidationException", UnreadableRecordException.class.getName());
    assertThat(queue.messages()).hasSize(1);
  }

  @Test
  void word_waits_while_the_table_is_not_there_or_not_ours() {
    faults.put(Subject.order("1"), refusal("AccessDeniedException"));
    faults.put(Subject.order("2"), refusal("ResourceNotFoundException"));

    assertThat(take(documents("1", "2"))).containsExactly("m1", "m2");
    assertThat(deadLetters.letters()).isEmpty();
  }

  @Test
  void word_that_can_never_be_taken_comes_again_while_it_cannot_be_parked() {
    deadLetters.refuse();

    assertThat(take(new RetryBatch().add("{}", 1))).containsExactly("m1");
    assertThat(deferral.waits()).containsOnlyKeys("r1");
  }

  @Test
  void nothing_to_take_is_no_failure() {
    assertThat(handler().handleRequest(null, null).getBatchItemFailures()).isEmpty();
    assertThat(handler().handleRequest(new SQSEvent(), null).getBatchItemFailures()).isEmpty();
  }

  private List<String> take(RetryBatch batch) {
    return handler().handleRequest(batch.event(), null).getBatchItemFailures().stream()
        .map(BatchItemFailure::getItemIdentifier)
        .toList();
  }

  private RetryHandler handler() {
    return new RetryHandler(
        new RetryDependencies(
            ingest(new FailingSubjectsLedger(ledger, faults), queue),
            deadLetters,
            deferral,
            line -> lines.add(line.json()),
            CLOCK));
  }

  private static Ingest ingest(Ledger ledger, InMemoryPublisher queue) {
    return new Ingest(
        ledger,
        queue,
        new MessageComposer("staging"),
        Duration.ofSeconds(3),
        new Random(1),
        pause -> {});
  }

  private static RetryBatch documents(String... orders) {
    RetryBatch batch = new RetryBatch();
    for (String order : orders) {
      batch.add(RetryDocument.write(word(order)), 1);
    }
    return batch;
  }

  private static VerifiedEvent word(String order) {
    Instant at = Instant.parse("2026-03-01T10:00:00Z");
    return new VerifiedEvent(
        Subject.order(order),
        new StatusReport(State.PROCESSING, null, null, "ORDER_PROCESSING", "PROCESSING"),
        new EventFields(Map.of("network", "ethereum"), Set.of("more")),
        at,
        EventMetadata.ofWebhook(
            at.plusMillis(300),
            new TraceContext("4bf92f3577b34da6a3ce929d0e0e4736", "00f067aa0ba902b7", 1)));
  }

  private static DynamoDbException refusal(String code) {
    return (DynamoDbException)
        DynamoDbException.builder()
            .statusCode(400)
            .awsErrorDetails(AwsErrorDetails.builder().errorCode(code).build())
            .build();
  }
}
