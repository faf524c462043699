package dev.rampline.operations.recovery;

import dev.rampline.adapter.dynamodb.EntryCodec;
import dev.rampline.ledger.Entry;
import dev.rampline.ledger.LedgerRecord;
import dev.rampline.ledger.Tombstone;
import dev.rampline.ledger.UnreadableRecordException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ScanRequest;
import software.amazon.awssdk.services.dynamodb.model.ScanResponse;

/** The records of the ledger's table as they are now. */
record RecordReader(DynamoDbClient tables, String table) {
  private static final String SUBJECT = "subject";

  /** Small enough that what is sent is not long out of date. */
  private static final int PAGE = 100;

  static RecordReader from(StoreClients site) {
    return new RecordReader(site.tables(), site.table());
  }

  /**
   * Some of them.
   *
   * @param records those that can be read; of what was forgotten there is none
   * @param unreadable the subjects of those that cannot
   * @param next where the next page begins; null: this is the last one
   */
  record Page(List<LedgerRecord> records, List<String> unreadable, @Nullable String next) {
    Page {
      records = List.copyOf(records);
      unreadable = List.copyOf(unreadable);
    }
  }

  /**
   * What is kept of one subject.
   *
   * @throws UnreadableRecordException if it is there and this code cannot read it
   */
  Optional<Entry> find(String subject) {
    Map<String, AttributeValue> item =
        tables
            .getItem(
                wanted ->
                    wanted
                        .tableName(table)
                        .key(Map.of(SUBJECT, AttributeValue.fromS(subject)))
                        .consistentRead(true))
            .item();
    return item.isEmpty() ? Optional.empty() : Optional.of(EntryCodec.decode(item));
  }

  /** Whether nothing is to be sent of it ever again. */
  boolean isErased(String subject) {
    try {
      return find(subject).filter(Tombstone.class::isInstance).isPresent();
    } catch (UnreadableRecordException newer) {
      return false;
    }
  }

  /** In an order that means nothing, and stays. */
  Page pageAfter(@Nullable String subject) {
    ScanRequest.Builder scan =
        ScanRequest.builder().tableName(table).consistentRead(true).limit(PAGE);
    if (subject != null) {
      scan.exclusiveStartKey(Map.of(SUBJECT, AttributeValue.fromS(subject)));
    }
    ScanResponse answer = tables.scan(scan.build());
    List<LedgerRecord> records = new ArrayList<>();
    List<String> unreadable = new ArrayList<>();
    for (Map<String, AttributeValue> item : answer.items()) {
      if (isOfSubject(item)) {
        read(item, records, unreadable);
      }
    }
    return new Page(
        records,
        unreadable,
        answer.hasLastEvaluatedKey() ? subject(answer.lastEvaluatedKey()) : null);
  }

  private static void read(
      Map<String, AttributeValue> item, List<LedgerRecord> records, List<String> unreadable) {
    try {
      if (EntryCodec.decode(item) instanceof LedgerRecord record) {
        records.add(record);
      }
    } catch (UnreadableRecordException newer) {
      unreadable.add(subject(item));
    }
  }

  /** The table holds other things under other keys. */
  private static boolean isOfSubject(Map<String, AttributeValue> item) {
    String subject = subject(item);
    return subject.startsWith("order/") || subject.startsWith("kyc/");
  }

  private static String subject(Map<String, AttributeValue> item) {
    return Objects.requireNonNull(item.get(SUBJECT), SUBJECT).s();
  }
}
