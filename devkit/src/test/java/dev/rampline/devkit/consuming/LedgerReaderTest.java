package dev.rampline.devkit.consuming;

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
import dev.rampline.embedded.LedgerTable;
import dev.rampline.erasure.Erasure;
import dev.rampline.event.State;
import dev.rampline.event.Subject;
import dev.rampline.event.VerifiedEvent;
import dev.rampline.ingest.Ingest;
import dev.rampline.message.MessageComposer;
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

/** The reader knows the records that the ledger really writes. */
class LedgerReaderTest {
  private static final Duration ENOUGH = Duration.ofSeconds(60);

  @RegisterExtension private static final EmbeddedAws AWS = new EmbeddedAws();

  private final DynamoDbClient tables = AWS.aws().dynamoDb();
  private final LedgerReader reader = new LedgerReader(tables, LedgerTable.NAME);
  private final Subject order = Subject.order(UUID.randomUUID().toString());
  private final Ingest ingest =
      new Ingest(
          new DynamoDbLedger(tables, LedgerTable.NAME),
          (messages, deadline) -> List.of(),
          new MessageComposer("test"),
          ENOUGH,
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
  void subject_thatTheLedgerDoesNotKnow_standsNowhere() {
    assertThat(reader.read(order.text())).isEqualTo(new LedgerResult.Unknown());
  }

  @Test
  void order_isReadAsItStands() {
    tell(Words.signed(order, State.PROCESSING));
    tell(Words.fetched(order, State.COMPLETED, 1));

    RecordSnapshot standing = standing(order);
    assertThat(standing.subject()).isEqualTo(order.text());
    assertThat(standing.state()).isEqualTo("completed");
    assertThat(standing.version()).isEqualTo(2);
    assertThat(standing.conflict()).isNull();
    assertThat(standing.confirmed()).isTrue();
    assertThat(standing.trust()).isEqualTo("fetched");
    assertThat(standing.hasOpenConflict()).isFalse();
  }

  @Test
  void conflict_isReadOpenAndSettled() {
    tell(Words.signed(order, State.COMPLETED));
    long opened = tell(Words.signed(order, State.FAILED));
    assertThat(standing(order).conflict())
        .isEqualTo(new Conflict(List.of("completed", "failed"), null));
    assertThat(standing(order).hasOpenConflict()).isTrue();

    tell(Words.fetched(order, State.FAILED, opened));
    assertThat(standing(order).state()).isEqualTo("failed");
    assertThat(requireNonNull(standing(order).conflict()).resolvedState()).isEqualTo("failed");
    assertThat(standing(order).hasOpenConflict()).isFalse();
  }

  @Test
  void kyc_isReadWithWhetherItIsConfirmed() {
    Subject customer = Subject.customer(UUID.randomUUID().toString());
    tell(Words.signed(customer, State.SUBMITTED));
    long untimed = tell(Words.signed(customer, State.APPROVED));
    assertThat(standing(customer).state()).isEqualTo("approved");
    assertThat(standing(customer).confirmed()).isFalse();

    tell(Words.fetched(customer, State.APPROVED, untimed));
    assertThat(standing(customer).confirmed()).isTrue();
  }

  @Test
  void claim_isReadAsWhatMadeTheVersion_andChangesNoState() {
    tell(Words.signed(order, State.PROCESSING));
    ingest.ingest(Words.claimed(order, State.COMPLETED), soon());

    assertThat(standing(order).state()).isEqualTo("processing");
    assertThat(standing(order).trust()).isEqualTo("unverified");
  }

  @Test
  void erasedSubject_isToldFromAnUnknownOne() {
    tell(Words.signed(order, State.COMPLETED));
    Instant erasedAt = Instant.parse("2026-03-02T10:00:00Z");
    new Erasure(new DynamoDbLedger(tables, LedgerTable.NAME), () -> erasedAt).erase(order, soon());

    assertThat(reader.read(order.text())).isEqualTo(new LedgerResult.Erased(erasedAt));
  }

  @Test
  void item_thatIsNoRecord_isRefused() {
    String table = OwnTable.create(tables);
    Map<String, AttributeValue> item = Map.of("subject", AttributeValue.fromS(order.text()));
    tables.putItem(put -> put.tableName(table).item(item));

    assertThatThrownBy(() -> new LedgerReader(tables, table).read(order.text()))
        .isInstanceOf(UnreadableSnapshotException.class);
  }

  @Test
  void table_thatIsNotThere_isTheSdksFault() {
    LedgerReader elsewhere = new LedgerReader(tables, "no-such-table");

    assertThatThrownBy(() -> elsewhere.read(order.text()))
        .isInstanceOf(ResourceNotFoundException.class);
  }

  private long tell(VerifiedEvent observation) {
    return ingest.ingest(observation, soon()).version();
  }

  private static Deadline soon() {
    return Deadline.after(ENOUGH, InstantSource.system());
  }

  private RecordSnapshot standing(Subject subject) {
    return ((LedgerResult.Found) reader.read(subject.text())).snapshot();
  }
}
