package dev.rampline.function.retry;

import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse.BatchItemFailure;
import com.amazonaws.services.lambda.runtime.events.SQSEvent;
import com.amazonaws.services.lambda.runtime.tests.EventLoader;
import dev.rampline.decoding.Vocabulary;
import dev.rampline.decoding.VocabularyReader;
import dev.rampline.decoding.WebhookDecoder;
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
import dev.rampline.ingest.DeadLetters;
import dev.rampline.ingest.InMemoryDeadLetters;
import dev.rampline.ingest.InMemoryPublisher;
import dev.rampline.ingest.Ingest;
import dev.rampline.ingest.RetryDocument;
import dev.rampline.json.Json;
import dev.rampline.json.JsonReader;
import dev.rampline.ledger.InMemoryLedger;
import dev.rampline.ledger.Ledger;
import dev.rampline.ledger.LedgerUnavailableException;
import dev.rampline.ledger.UnreadableRecordException;
import dev.rampline.message.MessageComposer;
import dev.rampline.quarantine.InMemoryQuarantine;
import dev.rampline.quarantine.QuarantineDocument;
import dev.rampline.quarantine.QuarantineReason;
import dev.rampline.quarantine.QuarantinedPayload;
import dev.rampline.time.Deadline;
import dev.rampline.verification.Transport;
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
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbException;

class RetryHandlerTest {
  private static final Instant AT = Instant.parse("2026-03-01T10:00:00Z");
  private static final InstantSource CLOCK = InstantSource.fixed(AT.plusSeconds(60));

  private final InMemoryLedger ledger = new InMemoryLedger();
  private final InMemoryPublisher queue = new InMemoryPublisher();
  private final InMemoryDeadLetters deadLetters = new InMemoryDeadLetters();
  private final InMemoryQuarantine quarantine = new InMemoryQuarantine();
  private Vocabulary vocabulary = Vocabulary.DOCUMENTED;
  private final RecordingRetryDelayer retryDelayer = new RecordingRetryDelayer();
  private final Map<Subject, Throwable> faults = new HashMap<>();
  private final List<String> lines = new ArrayList<>();

  @Test
  void retried_event_creates_the_same_record_and_message_as_a_direct_event() {
    InMemoryLedger direct = new InMemoryLedger();
    InMemoryPublisher directQueue = new InMemoryPublisher();
    VerifiedEvent event = event("1");
    ingest(direct, directQueue).ingest(event, Deadline.after(Duration.ofSeconds(5), CLOCK));

    assertThat(handle(new RetryBatch().add(RetryDocument.write(event), 1))).isEmpty();

    assertThat(ledger.records())
        .usingRecursiveComparison()
        .ignoringFields("revision.updatedAt")
        .isEqualTo(direct.records());
    assertThat(queue.messages()).isEqualTo(directQueue.messages()).hasSize(1);
    assertThat(lines.getLast())
        .contains(
            "\"subject\":\"order/1\",", "\"decision\":\"state-changed\"", "\"delivery\":\"sent\"")
        .contains("\"events\":1");
  }

  @Test
  void event_of_an_erased_subject_is_counted_and_dropped() {
    VerifiedEvent event = event("1");
    handle(new RetryBatch().add(RetryDocument.write(event), 1));
    new Erasure(ledger, CLOCK).erase(event.subject(), Deadline.after(Duration.ofSeconds(5), CLOCK));

    assertThat(handle(new RetryBatch().add(RetryDocument.write(event), 1))).isEmpty();

    assertThat(ledger.records()).isEmpty();
    assertThat(queue.messages()).hasSize(1);
    assertThat(deadLetters.messages()).isEmpty();
    assertThat(lines.getLast()).contains("\"decision\":\"erased\"", "\"erased\":1");
  }

  @Test
  void quarantined_payload_is_decoded_with_todays_vocabulary() {
    String setting = "{\"events\":{\"ORDER_SETTLED\":\"completed\"},\"ignoredEvents\":[\"NEWS\"]}";
    vocabulary = new Vocabulary(VocabularyReader.read(setting));

    assertThat(handle(new RetryBatch().add(quarantined("ORDER_SETTLED", "COMPLETED"), 1)))
        .isEmpty();
    assertThat(lines.getLast())
        .contains("\"subject\":\"order/1\"", "\"state\":\"completed\"")
        .contains("\"decision\":\"state-changed\"");
    assertThat(handle(new RetryBatch().add(quarantined("NEWS", "COMPLETED"), 1))).isEmpty();
    assertThat(lines.getLast()).contains("\"decision\":\"ignored\"");
    assertThat(quarantine.payloads()).isEmpty();
    assertThat(queue.messages()).hasSize(1);
  }

  @Test
  void quarantined_payload_that_still_cannot_be_placed_returns_to_the_quarantine() {
    assertThat(handle(new RetryBatch().add(quarantined("ORDER_SETTLED", "COMPLETED"), 1)))
        .isEmpty();
    assertThat(quarantine.payloads())
        .extracting(QuarantinedPayload::reason)
        .containsExactly(QuarantineReason.UNRECOGNIZED);
    assertThat(lines.getLast())
        .contains("\"decision\":\"quarantined\"", "\"reason\":\"unrecognized\"");
    assertThat(ledger.records()).isEmpty();

    quarantine.fail();
    assertThat(handle(new RetryBatch().add(quarantined("ORDER_SETTLED", "COMPLETED"), 1)))
        .containsExactly("m1");
    assertThat(deadLetters.messages()).isEmpty();
  }

  @Test
  void quarantined_content_that_is_no_object_returns_to_the_quarantine() {
    String document =
        quarantined(new QuarantinedPayload.BinaryContent("Nw=="), QuarantineReason.UNREADABLE);

    assertThat(handle(new RetryBatch().add(document, 1))).isEmpty();
    assertThat(quarantine.payloads())
        .extracting(QuarantinedPayload::reason)
        .containsExactly(QuarantineReason.UNREADABLE);
    assertThat(deadLetters.messages()).isEmpty();
  }

  private static String quarantined(String event, String status) {
    Json payload =
        JsonReader.read(
                "{\"eventName\":\"%s\",\"data\":{\"id\":\"1\",\"status\":\"%s\"}}"
                    .formatted(event, status))
            .orElseThrow();
    return quarantined(
        new QuarantinedPayload.JsonContent((Json.Obj) payload), QuarantineReason.NO_SUBJECT);
  }

  private static String quarantined(QuarantinedPayload.Content content, QuarantineReason reason) {
    return QuarantineDocument.write(
        new QuarantinedPayload(content, Transport.JWT, 0, CLOCK.instant(), reason, null));
  }

  @Test
  void event_received_twice_creates_one_message() {
    String document = RetryDocument.write(event("1"));

    assertThat(handle(new RetryBatch().add(document, 1).add(document, 2))).isEmpty();
    assertThat(queue.messages()).hasSize(1);
  }

  @Test
  void sample_event_is_ingested() {
    Path sample = Path.of("..", "events", "retry", "order-processing.json");
    SQSEvent event = EventLoader.loadSQSEvent(sample.toAbsolutePath().toString());

    assertThat(handler().handleRequest(event, null).getBatchItemFailures()).isEmpty();
    assertThat(queue.messages()).extracting("id").containsExactly("order/OZZOBiT-order-ghi/1");
  }

  @Test
  void event_is_delayed_while_the_ledger_is_unavailable_and_others_are_ingested() {
    faults.put(Subject.order("2"), new LedgerUnavailableException("canary", null));

    assertThat(handle(events("1", "2", "3"))).containsExactly("m2");
    assertThat(retryDelayer.delays()).containsExactly(Map.entry("r2", Duration.ofSeconds(30)));
    assertThat(queue.messages()).extracting("id").containsExactly("order/1/1", "order/3/1");
    assertThat(lines.get(1))
        .contains("\"subject\":\"order/2\",\"decision\":\"deferred\"", "\"deferred\":1")
        .doesNotContain("canary");
  }

  @ParameterizedTest
  @CsvSource({"1, PT30S", "2, PT1M", "3, PT2M", "5, PT8M", "6, PT15M", "7, PT15M", "999, PT15M"})
  void delay_doubles_with_each_receive(int receives, Duration wait) {
    faults.put(Subject.order("1"), new LedgerUnavailableException("down", null));

    assertThat(handle(new RetryBatch().add(RetryDocument.write(event("1")), receives)))
        .containsExactly("m1");
    assertThat(retryDelayer.delays()).containsExactly(Map.entry("r1", wait));
  }

  @Test
  void event_that_cannot_be_delayed_is_logged_and_reported() {
    faults.put(Subject.order("1"), new LedgerUnavailableException("down", null));
    retryDelayer.fail("timeout");

    assertThat(handle(events("1"))).containsExactly("m1");
    assertThat(lines.getLast()).contains("\"delayFault\":\"timeout\"");
  }

  @Test
  void unreadable_message_is_dead_lettered_unchanged_and_others_are_ingested() {
    RetryBatch batch =
        new RetryBatch().add("{\"form\":\"canary\"}", 1).add(RetryDocument.write(event("2")), 1);

    assertThat(handle(batch)).isEmpty();
    assertThat(deadLetters.messages())
        .containsExactly(new DeadLetter("{\"form\":\"canary\"}", "unreadable"));
    assertThat(queue.messages()).hasSize(1);
    assertThat(lines.getFirst())
        .contains("\"decision\":\"dead-lettered\",\"reason\":\"unreadable\"", "\"deadLettered\":1")
        .doesNotContain("canary");
  }

  @Test
  void planted_document_is_dead_lettered_and_changes_nothing() {
    String planted =
        RetryDocument.write(event("1"))
            .replace("\"state\":\"processing\"", "\"state\":\"completed\"")
            .replace("\"channel\":\"webhook\"", "\"channel\":\"api\"")
            .replace("\"trust\":\"signed\"", "\"trust\":\"fetched\"");
    assertThat(planted).contains("completed", "\"api\"", "fetched");

    assertThat(handle(new RetryBatch().add(planted, 1))).isEmpty();
    assertThat(deadLetters.messages()).containsExactly(new DeadLetter(planted, "unreadable"));
    assertThat(queue.messages()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"9999-12-31T00:00:00Z", "2026-03-01T12:00:00Z", "2025-12-01T00:00:00Z"})
  void message_with_an_impossible_time_of_receipt_is_dead_lettered(String receivedAt) {
    String event = RetryDocument.write(event("1"));
    String payload = quarantined("ORDER_COMPLETED", "COMPLETED");
    List<String> planted =
        Stream.of(event, payload)
            .map(text -> text.replaceAll("(receivedAt\":\")[^\"]+", "$1" + receivedAt))
            .toList();

    planted.forEach(body -> assertThat(handle(new RetryBatch().add(body, 1))).isEmpty());
    assertThat(deadLetters.messages())
        .containsExactly(
            new DeadLetter(planted.getFirst(), "unreadable"),
            new DeadLetter(planted.getLast(), "unreadable"));
    assertThat(queue.messages()).isEmpty();
    assertThat(handle(new RetryBatch().add(event, 1).add(payload, 1))).isEmpty();
    assertThat(queue.messages()).isNotEmpty();
  }

  @Test
  void event_that_the_ledger_always_rejects_is_dead_lettered_unchanged() {
    faults.put(Subject.order("1"), error("ValidationException"));
    faults.put(
        Subject.order("2"), new UnreadableRecordException(new IllegalStateException("canary")));

    assertThat(handle(events("1", "2", "3"))).isEmpty();
    assertThat(deadLetters.messages())
        .extracting(DeadLetter::body)
        .containsExactly(RetryDocument.write(event("1")), RetryDocument.write(event("2")));
    assertThat(deadLetters.messages())
        .extracting(DeadLetter::reason)
        .containsExactly("ValidationException", "unreadable-record");
    assertThat(queue.messages()).hasSize(1);
  }

  @Test
  void bug_moves_the_event_to_the_dead_letter_queue_with_its_fault() {
    faults.put(Subject.order("1"), new IllegalStateException("canary"));

    assertThat(handle(events("1", "2"))).isEmpty();
    assertThat(deadLetters.messages())
        .containsExactly(new DeadLetter(RetryDocument.write(event("1")), "internal-error"));
    assertThat(queue.messages()).extracting("id").containsExactly("order/2/1");
    assertThat(lines.getFirst())
        .contains("\"subject\":\"order/1\",\"decision\":\"dead-lettered\"")
        .contains("\"reason\":\"internal-error\",\"fault\":\"java.lang.IllegalStateException\"")
        .doesNotContain("canary");
  }

  @Test
  void error_keeps_the_event_in_the_queue_and_ingests_the_others() {
    faults.put(Subject.order("1"), new StackOverflowError("canary"));

    assertThat(handle(events("1", "2"))).containsExactly("m1");
    assertThat(deadLetters.messages()).isEmpty();
    assertThat(retryDelayer.delays()).containsOnlyKeys("r1");
    assertThat(queue.messages()).extracting("id").containsExactly("order/2/1");
    assertThat(lines.getFirst())
        .contains("\"decision\":\"deferred\",\"fault\":\"java.lang.StackOverflowError\"")
        .contains("\"deferred\":1")
        .doesNotContain("canary");
  }

  @Test
  void fault_of_the_dead_letter_queue_keeps_the_event_in_the_queue() {
    RetryHandler handler =
        handler(
            (message, deadline) -> {
              throw new IllegalStateException("canary");
            });

    assertThat(
            handler
                .handleRequest(new RetryBatch().add("{}", 1).event(), null)
                .getBatchItemFailures())
        .extracting(BatchItemFailure::getItemIdentifier)
        .containsExactly("m1");
    assertThat(lines.getLast()).contains("\"decision\":\"deferred\"").doesNotContain("canary");
  }

  @Test
  void event_is_delayed_while_the_table_is_missing_or_access_is_denied() {
    faults.put(Subject.order("1"), error("AccessDeniedException"));
    faults.put(Subject.order("2"), error("ResourceNotFoundException"));

    assertThat(handle(events("1", "2"))).containsExactly("m1", "m2");
    assertThat(deadLetters.messages()).isEmpty();
  }

  @Test
  void rejected_event_is_retried_while_it_cannot_be_dead_lettered() {
    deadLetters.fail();

    assertThat(handle(new RetryBatch().add("{}", 1))).containsExactly("m1");
    assertThat(retryDelayer.delays()).containsOnlyKeys("r1");
  }

  @Test
  void empty_event_has_no_failures() {
    assertThat(handler().handleRequest(null, null).getBatchItemFailures()).isEmpty();
    assertThat(handler().handleRequest(new SQSEvent(), null).getBatchItemFailures()).isEmpty();
  }

  private List<String> handle(RetryBatch batch) {
    return handler().handleRequest(batch.event(), null).getBatchItemFailures().stream()
        .map(BatchItemFailure::getItemIdentifier)
        .toList();
  }

  private RetryHandler handler() {
    return handler(deadLetters);
  }

  private RetryHandler handler(DeadLetters deadLetterQueue) {
    return new RetryHandler(
        new RetryDependencies(
            ingest(new FailingSubjectsLedger(ledger, faults), queue),
            new WebhookDecoder(vocabulary, Set.of()),
            quarantine,
            deadLetterQueue,
            retryDelayer,
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
        delay -> {});
  }

  private static RetryBatch events(String... orders) {
    RetryBatch batch = new RetryBatch();
    for (String order : orders) {
      batch.add(RetryDocument.write(event(order)), 1);
    }
    return batch;
  }

  private static VerifiedEvent event(String order) {
    return new VerifiedEvent(
        Subject.order(order),
        new StatusReport(State.PROCESSING, null, null, "ORDER_PROCESSING", "PROCESSING"),
        new EventFields(Map.of("network", "ethereum", "orderId", order), Set.of("more")),
        AT,
        EventMetadata.ofWebhook(
            AT.plusMillis(300),
            new TraceContext("4bf92f3577b34da6a3ce929d0e0e4736", "00f067aa0ba902b7", 1)));
  }

  private static DynamoDbException error(String code) {
    return (DynamoDbException)
        DynamoDbException.builder()
            .statusCode(400)
            .awsErrorDetails(AwsErrorDetails.builder().errorCode(code).build())
            .build();
  }
}
