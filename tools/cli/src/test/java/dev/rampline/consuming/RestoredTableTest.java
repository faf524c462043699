package dev.rampline.consuming;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rampline.consumer.DynamoDbHandledStates;
import dev.rampline.consumer.QueueMessage;
import dev.rampline.consumer.StateFollower;
import dev.rampline.devstack.LocalEnvironment;
import dev.rampline.event.State;
import dev.rampline.event.Subject;
import dev.rampline.operations.recovery.RateLimiter;
import dev.rampline.operations.recovery.RecoverySummary;
import dev.rampline.operations.recovery.Republish;
import dev.rampline.operations.recovery.RunListener;
import dev.rampline.operations.recovery.RunOptions;
import dev.rampline.operations.recovery.VersionRestore;
import dev.rampline.resources.LedgerTable;
import dev.rampline.time.Sleeper;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.sqs.model.Message;

/** Tests a consumer of a ledger that was restored from a backup. */
class RestoredTableTest {
  private static final ConsumerFixture FIXTURE = new ConsumerFixture();
  private static final int FLOOR = 1_795_000_000;

  private final DynamoDbClient tables = FIXTURE.tables();
  private final Subject order = Subject.order(UUID.randomUUID().toString());
  private final String backup = ConsumerTable.create(tables);
  private final List<String> changes = new ArrayList<>();
  private final StateFollower consumer =
      new StateFollower(
          new DynamoDbHandledStates(tables, ConsumerTable.create(tables)),
          change -> changes.add(change.previous() + " -> " + change.state()),
          (delivery, reason) -> changes.add(reason.toString()));

  @AfterAll
  static void closeFixture() {
    FIXTURE.close();
  }

  /** A backup of version 1, while consumers have handled version 3. */
  @BeforeEach
  void sendMoreThanTheBackupHas() {
    FIXTURE.ingest(ProviderEvents.signed(order, State.PROCESSING));
    copy(LedgerTable.NAME, backup);
    FIXTURE.ingest(ProviderEvents.withWallet(order, State.DELIVERING));
    FIXTURE.ingest(ProviderEvents.signed(order, State.COMPLETED));
    follow(FIXTURE.relayed(order, 3));
    changes.clear();
  }

  @Test
  void restoredTable_withoutItsVersionsRaised_isSkipped() {
    copy(backup, LedgerTable.NAME);

    assertThat(FIXTURE.ingest(ProviderEvents.signed(order, State.REFUNDED))).isEqualTo(2);

    // SQS drops the message itself, because it saw the id of version 2 less than five minutes ago.
    new Republish(FIXTURE.storeClients(), options()).sendSubject(order);
    follow(FIXTURE.relayed(order, 1));
    assertThat(changes).isEmpty();
  }

  @Test
  void restoredTable_withItsVersionsRaised_isFollowed() {
    copy(backup, LedgerTable.NAME);
    FIXTURE.ingest(ProviderEvents.signed(order, State.REFUNDED));

    RecoverySummary summary = restore(null, FLOOR);

    assertThat(summary.isComplete()).isTrue();
    follow(FIXTURE.relayed(order, 1));
    assertThat(changes).containsExactly("completed -> refunded");
    assertThat(version()).isEqualTo(FLOOR);
    assertThat(FIXTURE.ingest(ProviderEvents.withWallet(order, State.REFUNDED)))
        .isEqualTo(FLOOR + 1L);
  }

  @Test
  void secondRun_withTheSameFloor_changesNothing() {
    restore(null, FLOOR);
    Map<String, AttributeValue> raised = item(LedgerTable.NAME);

    assertThat(restore(null, FLOOR).sent()).isZero();
    assertThat(item(LedgerTable.NAME)).isEqualTo(raised);
  }

  @Test
  void missingRecord_isCopiedFromTheRestoredTable() {
    remove();

    assertThat(restore(backup, FLOOR).isComplete()).isTrue();

    follow(FIXTURE.relayed(order, 1));
    assertThat(changes).containsExactly("completed -> processing");
    assertThat(item(LedgerTable.NAME).get("state")).isEqualTo(item(backup).get("state"));
    assertThat(version()).isEqualTo(FLOOR);
  }

  @Test
  void existingRecord_isRaised_andKeepsItsContent() {
    assertThat(restore(backup, FLOOR).isComplete()).isTrue();

    assertThat(item(LedgerTable.NAME).get("state")).isEqualTo(AttributeValue.fromS("completed"));
    assertThat(version()).isEqualTo(FLOOR);
  }

  @Test
  void subjectOfTheBackupThatIsErasedByNow_staysErased() {
    FIXTURE.erase(order);
    Map<String, AttributeValue> tombstone = item(LedgerTable.NAME);

    restore(backup, FLOOR);

    assertThat(item(LedgerTable.NAME)).isEqualTo(tombstone);
  }

  @Test
  void subjectThatTheBackupSaysIsErased_isErasedAgain() {
    FIXTURE.erase(order);
    copy(LedgerTable.NAME, backup);
    Map<String, AttributeValue> tombstone = item(backup);
    remove();
    FIXTURE.ingest(ProviderEvents.signed(order, State.COMPLETED));

    restore(backup, FLOOR);

    assertThat(item(LedgerTable.NAME)).containsKey("erased").doesNotContainKey("state");
    assertThat(item(LedgerTable.NAME).get("updatedAt")).isEqualTo(tombstone.get("updatedAt"));
  }

  /** The backup lacks an order that consumers know; its next event makes a new record. */
  @Test
  void lostOrder_startsAtTheFirstVersion_andIsFollowed() {
    remove();

    assertThat(FIXTURE.ingestWithFirstVersion(ProviderEvents.signed(order, State.REFUNDED), FLOOR))
        .isEqualTo(FLOOR);

    follow(FIXTURE.relayed(order, 1));
    assertThat(changes).containsExactly("completed -> refunded");
  }

  private RecoverySummary restore(@Nullable String from, int floor) {
    return new VersionRestore(FIXTURE.storeClients(), from, floor, options()).run();
  }

  private static RunOptions options() {
    return new RunOptions(
        LocalEnvironment.ENVIRONMENT,
        InstantSource.system(),
        new RateLimiter(3000, System::nanoTime, Sleeper.system()),
        new RunListener() {
          @Override
          public void onProgress(RecoverySummary summary) {}

          @Override
          public boolean isStopRequested() {
            return false;
          }
        });
  }

  private void follow(List<Message> messages) {
    assertThat(
            consumer.follow(
                messages.stream()
                    .map(
                        message ->
                            new QueueMessage(
                                message.messageId(),
                                ConsumerFixture.group(message),
                                message.body()))
                    .toList()))
        .isEmpty();
  }

  private void copy(String from, String to) {
    Map<String, AttributeValue> item = item(from);
    tables.putItem(put -> put.tableName(to).item(item));
  }

  private void remove() {
    tables.deleteItem(delete -> delete.tableName(LedgerTable.NAME).key(key()));
  }

  private long version() {
    return Long.parseLong(requireNonNull(item(LedgerTable.NAME).get("version")).n());
  }

  private Map<String, AttributeValue> item(String table) {
    return tables.getItem(get -> get.tableName(table).key(key()).consistentRead(true)).item();
  }

  private Map<String, AttributeValue> key() {
    return Map.of("subject", AttributeValue.fromS(order.text()));
  }
}
