package dev.rampline.adapter.dynamodb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.rampline.adapter.AwsUnderTest;
import dev.rampline.erasure.Erasure;
import dev.rampline.erasure.ErasureContract;
import dev.rampline.event.Subject;
import dev.rampline.ledger.Ledger;
import dev.rampline.ledger.LedgerRecord;
import dev.rampline.ledger.PendingChecks;
import dev.rampline.ledger.SampleRecords;
import dev.rampline.ledger.UnreadableRecordException;
import dev.rampline.ledger.UnrecognizedTerms;
import dev.rampline.time.Deadline;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** The contract of tombstones in DynamoDB, in addition to that of every ledger. */
abstract class DynamoDbErasureContract extends ErasureContract {
  private static final long NEXT_CHECK_AT = 1_800_000_000;

  private final ScratchTable table = ScratchTable.create(aws().dynamoDb());
  private final LedgerItems items = new LedgerItems(table.client(), table.name());

  /** Returns the AWS under test. */
  abstract AwsUnderTest aws();

  @AfterEach
  final void drop() {
    table.close();
  }

  @Override
  protected final Ledger ledger() {
    return new DynamoDbLedger(table.client(), table.name());
  }

  @Test
  void tombstone_hasOnlyTheseAttributes() {
    Subject subject = erased();

    assertThat(items.item(subject))
        .containsOnlyKeys("subject", "revision", "version", "updatedAt", "erased")
        .containsEntry("version", AttributeValue.fromN("5"))
        .containsEntry("erased", AttributeValue.fromBool(true));
  }

  @Test
  void tombstone_isInNoIndex() {
    Subject subject = erased();

    await().until(() -> !items.inOpenIndex(subject, NEXT_CHECK_AT));
    await().until(() -> items.byPartnerOrderId("partner-order-2026-000123").isEmpty());
  }

  @Test
  void tombstone_isUnreadableToCodeWithoutErasure() {
    Map<String, AttributeValue> tombstone = items.item(erased());

    assertThatThrownBy(() -> RecordCodec.decode(tombstone))
        .isInstanceOf(UnreadableRecordException.class);
  }

  @Test
  void invalidTombstone_isUnreadable() {
    assertThatThrownBy(() -> EntryCodec.decode(Map.of("erased", AttributeValue.fromBool(true))))
        .isInstanceOf(UnreadableRecordException.class);
  }

  /** Writes and erases a record with many attributes, including unknown ones. */
  private Subject erased() {
    LedgerRecord record =
        SampleRecords.with(
            SampleRecords.typicalOrder(),
            new PendingChecks(
                List.of(), UnrecognizedTerms.NONE, Instant.ofEpochSecond(NEXT_CHECK_AT), 0));
    Map<String, AttributeValue> item = new HashMap<>(RecordCodec.encode(record));
    item.put("tomorrow", AttributeValue.fromS("personal"));
    items.put(item);
    await().until(() -> items.inOpenIndex(record.subject(), NEXT_CHECK_AT));
    Deadline soon = Deadline.after(Duration.ofSeconds(30), InstantSource.system());
    new Erasure(ledger(), InstantSource.system()).erase(record.subject(), soon);
    return record.subject();
  }
}
