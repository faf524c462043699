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

/** Reads the current records from the ledger table. */
public record RecordReader(DynamoDbClient tables, String table) {
  private static final String SUBJECT = "subject";

  /** A small page, so that records are sent soon after they are read. */
  private static final int PAGE = 100;

  static RecordReader from(StoreClients clients) {
    return new RecordReader(clients.tables(), clients.table());
  }

  /**
   * A page of records.
   *
   * @param records the readable records, without tombstones
   * @param tombstones the tombstones of erased subjects
   * @param unreadable the subjects of records that this version cannot read
   * @param next the start of the next page; null after the last page
   */
  public record Page(
      List<LedgerRecord> records,
      List<Tombstone> tombstones,
      List<String> unreadable,
      @Nullable String next) {
    public Page {
      records = List.copyOf(records);
      tombstones = List.copyOf(tombstones);
      unreadable = List.copyOf(unreadable);
    }
  }

  /**
   * Reads the entry of a subject.
   *
   * @throws UnreadableRecordException if this version cannot read the entry
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

  /** Whether the subject was erased. */
  boolean isErased(String subject) {
    try {
      return find(subject).filter(Tombstone.class::isInstance).isPresent();
    } catch (UnreadableRecordException newer) {
      return false;
    }
  }

  /** Reads a small page after a subject, in a stable but arbitrary order. */
  Page pageAfter(@Nullable String subject) {
    return pageAfter(subject, PAGE);
  }

  /**
   * Reads the page after a subject, in a stable but arbitrary order.
   *
   * @param subject the {@code next} of the page before; null for the first page
   * @param limit the maximum number of items
   */
  public Page pageAfter(@Nullable String subject, int limit) {
    ScanRequest.Builder scan =
        ScanRequest.builder().tableName(table).consistentRead(true).limit(limit);
    if (subject != null) {
      scan.exclusiveStartKey(Map.of(SUBJECT, AttributeValue.fromS(subject)));
    }
    ScanResponse answer = tables.scan(scan.build());
    List<LedgerRecord> records = new ArrayList<>();
    List<Tombstone> tombstones = new ArrayList<>();
    List<String> unreadable = new ArrayList<>();
    for (Map<String, AttributeValue> item : answer.items()) {
      if (isOfSubject(item)) {
        read(item, records, tombstones, unreadable);
      }
    }
    return new Page(
        records,
        tombstones,
        unreadable,
        answer.hasLastEvaluatedKey() ? subject(answer.lastEvaluatedKey()) : null);
  }

  private static void read(
      Map<String, AttributeValue> item,
      List<LedgerRecord> records,
      List<Tombstone> tombstones,
      List<String> unreadable) {
    try {
      switch (EntryCodec.decode(item)) {
        case LedgerRecord record -> records.add(record);
        case Tombstone tombstone -> tombstones.add(tombstone);
      }
    } catch (UnreadableRecordException newer) {
      unreadable.add(subject(item));
    }
  }

  /** The table also holds items that are not about a subject. */
  private static boolean isOfSubject(Map<String, AttributeValue> item) {
    String subject = subject(item);
    return subject.startsWith("order/") || subject.startsWith("kyc/");
  }

  private static String subject(Map<String, AttributeValue> item) {
    return Objects.requireNonNull(item.get(SUBJECT), SUBJECT).s();
  }
}
