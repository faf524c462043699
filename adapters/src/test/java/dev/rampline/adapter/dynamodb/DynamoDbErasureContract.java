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

/** What a tombstone on DynamoDB is besides what every ledger makes of it. */
abstract class DynamoDbErasureContract extends ErasureContract {
  private static final long LOOK_AT = 1_800_000_000;

  private final ScratchTable table = ScratchTable.create(aws().dynamoDb());
  private final LedgerItems items = new LedgerItems(table.client(), table.name());

  /** Where the table is. */
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
  void tombstone_holdsNothingButWhatIsListedHere() {
    Subject subject = forgotten();

    assertThat(items.item(subject))
        .containsOnlyKeys("subject", "revision", "version", "updatedAt", "erased")
        .containsEntry("version", AttributeValue.fromN("5"))
        .containsEntry("erased", AttributeValue.fromBool(true));
  }

  @Test
  void tombstone_isInNoIndex() {
    Subject subject = forgotten();

    await().until(() -> !items.inOpenIndex(subject, LOOK_AT));
    await().until(() -> items.byPartnerOrderId("partner-order-2026-000123").isEmpty());
  }

  @Test
  void tombstone_isUnreadableToCodeThatKnowsRecordsAlone() {
    Map<String, AttributeValue> tombstone = items.item(forgotten());

    assertThatThrownBy(() -> RecordCodec.decode(tombstone))
        .isInstanceOf(UnreadableRecordException.class);
  }

  @Test
  void tombstone_thatIsNone_isUnreadable() {
    assertThatThrownBy(() -> EntryCodec.decode(Map.of("erased", AttributeValue.fromBool(true))))
        .isInstanceOf(UnreadableRecordException.class);
  }

  /** Someone of whom much is known, and more than this code knows of. */
  private Subject forgotten() {
    LedgerRecord record =
        SampleRecords.with(
            SampleRecords.typicalOrder(),
            new PendingChecks(List.of(), UnrecognizedTerms.NONE, Instant.ofEpochSecond(LOOK_AT)));
    Map<String, AttributeValue> item = new HashMap<>(RecordCodec.encode(record));
    item.put("tomorrow", AttributeValue.fromS("personal"));
    items.put(item);
    await().until(() -> items.inOpenIndex(record.subject(), LOOK_AT));
    Deadline soon = Deadline.after(Duration.ofSeconds(30), InstantSource.system());
    new Erasure(ledger(), InstantSource.system()).erase(record.subject(), soon);
    return record.subject();
  }
}
