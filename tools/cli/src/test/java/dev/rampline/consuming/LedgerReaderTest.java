package dev.rampline.consuming;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rampline.adapter.EmbeddedAws;
import dev.rampline.adapter.dynamodb.DynamoDbLedger;
import dev.rampline.consumer.Conflict;
import dev.rampline.consumer.LedgerReader;
import dev.rampline.consumer.LedgerResult;
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
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
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

  @Test
  void order_isRead() {
    ingest(ProviderEvents.signed(order, State.PROCESSING));
    ingest(ProviderEvents.fetched(order, State.COMPLETED, 1));

    RecordSnapshot snapshot = snapshot(order);
    assertThat(snapshot.subject()).isEqualTo(order.text());
    assertThat(snapshot.state()).isEqualTo("completed");
    assertThat(snapshot.version()).isEqualTo(2);
    assertThat(snapshot.conflict()).isNull();
    assertThat(snapshot.confirmed()).isTrue();
    assertThat(snapshot.trust()).isEqualTo("fetched");
    assertThat(snapshot.hasOpenConflict()).isFalse();
  }

  @Test
  void conflict_isReadOpenAndResolved() {
    ingest(ProviderEvents.signed(order, State.COMPLETED));
    long opened = ingest(ProviderEvents.signed(order, State.FAILED));
    assertThat(snapshot(order).conflict())
        .isEqualTo(new Conflict(List.of("completed", "failed"), null));
    assertThat(snapshot(order).hasOpenConflict()).isTrue();

    ingest(ProviderEvents.fetched(order, State.FAILED, opened));
    assertThat(snapshot(order).state()).isEqualTo("failed");
    assertThat(requireNonNull(snapshot(order).conflict()).resolvedState()).isEqualTo("failed");
    assertThat(snapshot(order).hasOpenConflict()).isFalse();
  }

  @Test
  void kyc_isReadWithItsConfirmation() {
    Subject customer = Subject.customer(UUID.randomUUID().toString());
    ingest(ProviderEvents.signed(customer, State.SUBMITTED));
    long untimed = ingest(ProviderEvents.signed(customer, State.APPROVED));
    assertThat(snapshot(customer).state()).isEqualTo("approved");
    assertThat(snapshot(customer).confirmed()).isFalse();

    ingest(ProviderEvents.fetched(customer, State.APPROVED, untimed));
    assertThat(snapshot(customer).confirmed()).isTrue();
  }

  @Test
  void unverifiedEvent_determinesTheTrustLevel_butNotTheState() {
    ingest(ProviderEvents.signed(order, State.PROCESSING));
    ingest.ingest(ProviderEvents.unverified(order, State.COMPLETED), soon());

    assertThat(snapshot(order).state()).isEqualTo("processing");
    assertThat(snapshot(order).trust()).isEqualTo("unverified");
  }

  @Test
  void erasedSubject_isErased_notUnknown() {
    ingest(ProviderEvents.signed(order, State.COMPLETED));
    Instant erasedAt = Instant.parse("2100-03-02T10:00:00Z");
    new Erasure(new DynamoDbLedger(tables, LedgerTable.NAME), () -> erasedAt).erase(order, soon());

    assertThat(reader.read(order.text())).isEqualTo(new LedgerResult.Erased(erasedAt));
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

  private RecordSnapshot snapshot(Subject subject) {
    return ((LedgerResult.Found) reader.read(subject.text())).snapshot();
  }
}
