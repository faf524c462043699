package dev.rampline.consuming;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rampline.adapter.EmbeddedAws;
import dev.rampline.adapter.dynamodb.DynamoDbLedger;
import dev.rampline.consumer.LedgerReader;
import dev.rampline.consumer.LedgerResult;
import dev.rampline.consumer.LedgerVector;
import dev.rampline.consumer.RecordSnapshot;
import dev.rampline.consumer.UnreadableSnapshotException;
import dev.rampline.erasure.Erasure;
import dev.rampline.event.State;
import dev.rampline.event.Subject;
import dev.rampline.event.VerifiedEvent;
import dev.rampline.ingest.Ingest;
import dev.rampline.message.MessageComposer;
import dev.rampline.resources.LedgerTable;
import dev.rampline.time.Deadline;
import dev.rampline.time.Sleeper;
import java.io.IOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ResourceNotFoundException;

/** Tests that the reader reads the records that the ledger writes. */
class LedgerReaderTest {
  private static final Duration TIMEOUT = Duration.ofSeconds(60);

  @RegisterExtension private static final EmbeddedAws AWS = new EmbeddedAws();

  private final DynamoDbClient tables = AWS.aws().dynamoDb();
  private final LedgerReader reader = new LedgerReader(tables, LedgerTable.NAME);
  private final Subject order = Subject.order(UUID.randomUUID().toString());
  private final Ingest ingest =
      new Ingest(
          new DynamoDbLedger(tables, LedgerTable.NAME),
          (messages, deadline) -> List.of(),
          new MessageComposer("test"),
          TIMEOUT,
          new SecureRandom(),
          Sleeper.system());

  @BeforeEach
  void createLedger() {
    LedgerTable.create(tables);
  }

  @AfterEach
  void close() {
    tables.close();
  }

  @Test
  void unknownSubject_isUnknown() {
    assertThat(reader.read(order.text())).isEqualTo(new LedgerResult.Unknown());
  }

  static Stream<LedgerVector> writtenVectors() throws IOException {
    return LedgerVector.all(Path.of("../../consumer/vectors/ledger.json"))
        .filter(vector -> !vector.events().isEmpty());
  }

  /** Readers in other languages are tested with these items only. */
  @ParameterizedTest
  @MethodSource("writtenVectors")
  void vector_isWhatTheLedgerWrites(LedgerVector vector) {
    Map<String, AttributeValue> expected = new HashMap<>(requireNonNull(vector.item()));
    Subject subject = new Subject(requireNonNull(expected.remove("subject")).s());
    expected.remove("updatedAt");

    tables.deleteItem(delete -> delete.tableName(LedgerTable.NAME).key(key(subject)));
    vector.events().forEach(event -> apply(subject, event));

    Map<String, AttributeValue> written = item(subject);
    assertThat(contains(written, expected)).as("%s in %s", expected, written).isTrue();
    Instant updatedAt = Instant.parse(requireNonNull(written.get("updatedAt")).s());
    assertThat(reader.read(subject.text()))
        .isEqualTo(updatedAt(updatedAt, requireNonNull(vector.result())));
  }

  private void apply(Subject subject, String event) {
    String[] words = event.split(" ", 2);
    switch (words[0]) {
      case "signed" -> ingest(ProviderEvents.signed(subject, State.of(words[1])));
      case "fetched" ->
          ingest(ProviderEvents.fetched(subject, State.of(words[1]), version(subject)));
      case "unverified" ->
          ingest.ingest(ProviderEvents.unverified(subject, State.of(words[1])), soon());
      case "erased" ->
          new Erasure(new DynamoDbLedger(tables, LedgerTable.NAME), InstantSource.system())
              .erase(subject, soon());
      default -> throw new IllegalArgumentException(event);
    }
  }

  private long version(Subject subject) {
    return Long.parseLong(requireNonNull(item(subject).get("version")).n());
  }

  private Map<String, AttributeValue> item(Subject subject) {
    return tables.getItem(get -> get.tableName(LedgerTable.NAME).key(key(subject))).item();
  }

  private static Map<String, AttributeValue> key(Subject subject) {
    return Map.of("subject", AttributeValue.fromS(subject.text()));
  }

  private static boolean contains(
      Map<String, AttributeValue> written, Map<String, AttributeValue> expected) {
    return expected.entrySet().stream()
        .allMatch(
            entry -> {
              AttributeValue value = written.get(entry.getKey());
              return entry.getValue().hasM()
                  ? value != null && contains(value.m(), entry.getValue().m())
                  : entry.getValue().equals(value);
            });
  }

  private static LedgerResult updatedAt(Instant time, LedgerResult result) {
    return switch (result) {
      case LedgerResult.Found(RecordSnapshot it) ->
          new LedgerResult.Found(
              new RecordSnapshot(
                  it.subject(),
                  it.state(),
                  it.version(),
                  it.conflict(),
                  it.confirmedAt(),
                  it.confirmed(),
                  it.trust(),
                  time));
      case LedgerResult.Erased _ -> new LedgerResult.Erased(time);
      case LedgerResult.Unknown unknown -> unknown;
    };
  }

  @Test
  void itemThatIsNoRecord_isRejected() {
    String table = ConsumerTable.create(tables);
    Map<String, AttributeValue> item = Map.of("subject", AttributeValue.fromS(order.text()));
    tables.putItem(put -> put.tableName(table).item(item));

    assertThatThrownBy(() -> new LedgerReader(tables, table).read(order.text()))
        .isInstanceOf(UnreadableSnapshotException.class);
  }

  @Test
  void missingTable_isAnErrorOfTheSdk() {
    LedgerReader other = new LedgerReader(tables, "no-such-table");

    assertThatThrownBy(() -> other.read(order.text()))
        .isInstanceOf(ResourceNotFoundException.class);
  }

  private long ingest(VerifiedEvent event) {
    return ingest.ingest(event, soon()).version();
  }

  private static Deadline soon() {
    return Deadline.after(TIMEOUT, InstantSource.system());
  }
}
