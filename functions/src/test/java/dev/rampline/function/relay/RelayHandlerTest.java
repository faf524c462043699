package dev.rampline.function.relay;

import static dev.rampline.ledger.SampleRecords.first;
import static dev.rampline.ledger.SampleRecords.typicalOrder;
import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.lambda.runtime.events.DynamodbEvent;
import com.amazonaws.services.lambda.runtime.events.DynamodbEvent.DynamodbStreamRecord;
import com.amazonaws.services.lambda.runtime.events.StreamsEventResponse.BatchItemFailure;
import com.amazonaws.services.lambda.runtime.tests.EventLoader;
import dev.rampline.event.Subject;
import dev.rampline.function.RelayDependencies;
import dev.rampline.ingest.DeadLetter;
import dev.rampline.ingest.InMemoryDeadLetters;
import dev.rampline.ingest.InMemoryPublisher;
import dev.rampline.ingest.Publisher;
import dev.rampline.ledger.LedgerRecord;
import dev.rampline.ledger.SampleRecords;
import dev.rampline.message.MessageComposer;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

class RelayHandlerTest {
  private static final MessageComposer COMPOSER = new MessageComposer("staging");

  private final InMemoryPublisher queue = new InMemoryPublisher();
  private final InMemoryDeadLetters deadLetters = new InMemoryDeadLetters();
  private final List<String> lines = new ArrayList<>();

  @Test
  void new_record_is_sent_as_the_inline_send_would_have_sent_it() {
    LedgerRecord order = typicalOrder();
    LedgerRecord customer = first(Subject.customer("12345"));

    assertThat(relay(queue, inserts(List.of(order, customer)))).isEmpty();
    assertThat(queue.messages())
        .containsExactly(COMPOSER.compose(order), COMPOSER.compose(customer));
    assertThat(deadLettered()).isEmpty();
    assertThat(lines.getLast()).contains("\"relayed\":2", "\"latency\":");
  }

  @Test
  void sample_event_is_relayed() {
    Path sample = Path.of("..", "events", "stream", "order-failed.json");
    DynamodbEvent event = EventLoader.loadDynamoDbEvent(sample.toAbsolutePath().toString());

    assertThat(handler(queue).handleRequest(event, null).getBatchItemFailures()).isEmpty();
    assertThat(queue.messages()).extracting("id").containsExactly("order/OZZOBiT-order-def/1");
  }

  @Test
  void new_version_is_sent_and_a_new_revision_alone_is_not() {
    Map<String, AttributeValue> item = LedgerItemEncoder.of(first(Subject.order("order-1")));
    StreamBatch batch =
        new StreamBatch()
            .add("MODIFY", item, with(item, "revision", "2"))
            .add("MODIFY", item, with(item, "version", "2"));

    assertThat(relay(queue, batch)).isEmpty();
    assertThat(queue.messages()).extracting("id").containsExactly("order/order-1/2");
    assertThat(deadLettered()).isEmpty();
  }

  @Test
  void removals_and_items_of_other_kinds_are_ignored() {
    Map<String, AttributeValue> item = LedgerItemEncoder.of(first(Subject.order("order-1")));
    Map<String, AttributeValue> other = new HashMap<>(item);
    other.put("subject", AttributeValue.fromS("reconcile/scan-checkpoint"));
    StreamBatch batch = new StreamBatch().add("REMOVE", item, null).add("INSERT", null, other);

    assertThat(relay(queue, batch)).isEmpty();
    assertThat(queue.messages()).isEmpty();
    assertThat(deadLettered()).isEmpty();
    assertThat(lines.getLast()).doesNotContain("relayed", "deadLettered", "fault");
  }

  @Test
  void item_with_aliases_alone_is_not_sent() {
    Map<String, AttributeValue> item =
        with(LedgerItemEncoder.of(first(Subject.customer("12345"))), "version", "0");
    StreamBatch batch =
        new StreamBatch()
            .add("INSERT", null, item)
            .add("MODIFY", with(item, "version", "3"), item)
            .add("MODIFY", item, with(item, "revision", "2"));

    assertThat(relay(queue, batch)).isEmpty();
    assertThat(queue.messages()).isEmpty();
    assertThat(deadLettered()).isEmpty();
  }

  @Test
  void messages_are_sent_ten_at_a_time_in_the_order_of_the_stream() {
    PartiallyFailingPublisher publisher = new PartiallyFailingPublisher(false, Set.of());

    assertThat(relay(publisher, inserts(orders(25)))).isEmpty();
    assertThat(publisher.calls()).containsExactly(ids(1, 10), ids(11, 20), ids(21, 25));
    assertThat(deadLettered()).isEmpty();
    assertThat(lines.getLast()).contains("\"relayed\":25");
  }

  @Test
  void first_message_that_cannot_be_sent_now_is_reported_and_no_later_batch_is_sent() {
    PartiallyFailingPublisher publisher =
        new PartiallyFailingPublisher(false, Set.of("order/14/1", "order/16/1"));

    assertThat(relay(publisher, inserts(orders(25)))).containsExactly("14");
    assertThat(publisher.calls()).hasSize(2);
    assertThat(deadLettered()).isEmpty();
    assertThat(lines.getLast())
        .contains("\"stoppedAt\":\"14\",\"fault\":\"Refused\"", "\"relayed\":18", "\"faults\":1");
  }

  @Test
  void message_that_can_never_be_sent_is_dead_lettered_and_does_not_stop_others() {
    PartiallyFailingPublisher publisher =
        new PartiallyFailingPublisher(true, Set.of("order/14/1", "order/16/1"));

    assertThat(relay(publisher, inserts(orders(25)))).isEmpty();
    assertThat(publisher.calls()).hasSize(3);
    assertThat(deadLetters.messages())
        .containsExactly(
            new DeadLetter(
                "{\"subject\":\"order/14\",\"version\":1,\"reason\":\"Refused\"}", "Refused"),
            new DeadLetter(
                "{\"subject\":\"order/16\",\"version\":1,\"reason\":\"Refused\"}", "Refused"));
    assertThat(lines.getLast())
        .contains("\"relayed\":23", "\"deadLettered\":2")
        .doesNotContain("stoppedAt", "faults");
  }

  @Test
  void message_that_can_never_be_sent_is_retried_while_it_cannot_be_dead_lettered() {
    deadLetters.fail();

    assertThat(relay(new PartiallyFailingPublisher(true, Set.of("order/2/1")), inserts(orders(3))))
        .containsExactly("2");
    assertThat(lines.getLast()).contains("\"stoppedAt\":\"2\"", "\"relayed\":2", "\"faults\":1");
  }

  @Test
  void undecodable_item_is_dead_lettered_and_does_not_stop_others() {
    StreamBatch batch = inserts(orders(1)).add("INSERT", null, unreadable("2", "7"));
    batch.add("INSERT", null, LedgerItemEncoder.of(first(Subject.order("3"))));

    assertThat(relay(queue, batch)).isEmpty();
    assertThat(queue.messages()).extracting("id").containsExactly("order/1/1", "order/3/1");
    assertThat(deadLettered())
        .singleElement()
        .asString()
        .startsWith(
            "{\"subject\":\"order/2\",\"version\":7,\"reason\":\"unreadable-record\",\"fault\":\"");
  }

  @Test
  void record_without_images_is_ignored() {
    DynamodbEvent event = new DynamodbEvent();
    event.setRecords(List.of(new DynamodbStreamRecord()));

    assertThat(handler(queue).handleRequest(event, null).getBatchItemFailures()).isEmpty();
    assertThat(deadLettered()).isEmpty();
  }

  @Test
  void invalid_version_of_an_undecodable_item_is_null() {
    StreamBatch batch = new StreamBatch().add("INSERT", null, unreadable("2", "1.5"));

    assertThat(relay(queue, batch)).isEmpty();
    assertThat(deadLettered())
        .singleElement()
        .asString()
        .startsWith("{\"subject\":\"order/2\",\"version\":null,");
  }

  @Test
  void record_without_its_new_image_is_dead_lettered() {
    Map<String, AttributeValue> item = LedgerItemEncoder.of(first(Subject.order("1")));

    assertThat(relay(queue, new StreamBatch().add("MODIFY", item, null))).isEmpty();
    assertThat(deadLettered())
        .containsExactly(
            "{\"subject\":\"order/1\",\"version\":null,\"reason\":\"internal-error\",\"fault\":\"java.lang.NullPointerException\"}");
  }

  @Test
  void earlier_failure_to_send_precedes_an_undecodable_item() {
    StreamBatch batch = inserts(orders(1)).add("INSERT", null, unreadable("2", "1"));

    assertThat(relay(new PartiallyFailingPublisher(false, Set.of("order/1/1")), batch))
        .containsExactly("1");
    assertThat(deadLettered()).isEmpty();
  }

  @Test
  void bug_retries_the_whole_batch() {
    Publisher broken =
        (messages, deadline) -> {
          throw new IllegalStateException("canary");
        };

    assertThat(relay(broken, inserts(orders(1)))).containsExactly((String) null);
    assertThat(lines.getLast())
        .contains("\"fault\":\"java.lang.IllegalStateException\"")
        .doesNotContain("canary");
  }

  @Test
  void empty_event_has_no_failures() {
    RelayHandler handler = handler(queue);

    assertThat(handler.handleRequest(null, null).getBatchItemFailures()).isEmpty();
    assertThat(handler.handleRequest(new DynamodbEvent(), null).getBatchItemFailures()).isEmpty();
  }

  private List<@Nullable String> relay(Publisher publisher, StreamBatch batch) {
    List<@Nullable String> failures = new ArrayList<>();
    for (BatchItemFailure failure :
        handler(publisher).handleRequest(batch.event(), null).getBatchItemFailures()) {
      failures.add(failure.getItemIdentifier());
    }
    return failures;
  }

  private RelayHandler handler(Publisher publisher) {
    return new RelayHandler(
        new RelayDependencies(
            COMPOSER,
            publisher,
            deadLetters,
            line -> lines.add(line.json()),
            InstantSource.system()));
  }

  private List<String> deadLettered() {
    return deadLetters.messages().stream().map(DeadLetter::body).toList();
  }

  private static Map<String, AttributeValue> unreadable(String order, String version) {
    return Map.of(
        "subject",
        AttributeValue.fromS("order/" + order),
        "version",
        AttributeValue.fromN(version));
  }

  private static StreamBatch inserts(List<LedgerRecord> records) {
    StreamBatch batch = new StreamBatch();
    records.forEach(record -> batch.add("INSERT", null, LedgerItemEncoder.of(record)));
    return batch;
  }

  private static List<LedgerRecord> orders(int count) {
    return IntStream.rangeClosed(1, count)
        .mapToObj(number -> Subject.order(Integer.toString(number)))
        .map(SampleRecords::first)
        .toList();
  }

  private static List<String> ids(int from, int to) {
    return IntStream.rangeClosed(from, to).mapToObj("order/%d/1"::formatted).toList();
  }

  private static Map<String, AttributeValue> with(
      Map<String, AttributeValue> item, String name, String number) {
    Map<String, AttributeValue> changed = new HashMap<>(item);
    changed.put(name, AttributeValue.fromN(number));
    return changed;
  }
}
