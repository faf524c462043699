package dev.rampline.inspector.stack;

import dev.rampline.adapter.dynamodb.DynamoDbDueIndex;
import dev.rampline.adapter.dynamodb.DynamoDbLedger;
import dev.rampline.adapter.dynamodb.EntryCodec;
import dev.rampline.event.Subject;
import dev.rampline.inspector.EventStore;
import dev.rampline.inspector.RecordLookup;
import dev.rampline.ledger.Entry;
import dev.rampline.ledger.LedgerUnavailableException;
import dev.rampline.ledger.UnreadableRecordException;
import dev.rampline.operations.lookup.SubjectFinder;
import dev.rampline.time.Deadline;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.KeysAndAttributes;

/** Adds records of a stack's ledger table to an event store. Thread-safe. */
final class StackRecords implements RecordLookup {
  /** Enough to find what an operator must act on; any other record is looked up. */
  private static final int MAX_OPEN = 1_000;

  /** The most items that a request may read. */
  private static final int BATCH = 100;

  private static final Duration TIMEOUT = Duration.ofSeconds(30);

  /** Due checks are at most a day ahead. */
  private static final Duration ALL_CHECKS = Duration.ofDays(365);

  private final DynamoDbClient tables;
  private final String table;
  private final EventStore store;
  private final SubjectFinder finder;
  private final Function<RuntimeException, String> explain;

  /**
   * @param explain explains a failure in a sentence
   */
  StackRecords(
      DynamoDbClient tables,
      String table,
      EventStore store,
      Function<RuntimeException, String> explain) {
    this.tables = tables;
    this.table = table;
    this.store = store;
    this.finder = new SubjectFinder(new DynamoDbLedger(tables, table), tables, table);
    this.explain = explain;
  }

  @Override
  public List<Subject> find(String id) {
    List<Entry> found = read(() -> subject(id).map(finder::find).orElseGet(() -> finder.find(id)));
    found.forEach(store::addStored);
    return found.stream().map(Entry::subject).toList();
  }

  private static Optional<Subject> subject(String text) {
    try {
      return Optional.of(new Subject(text));
    } catch (IllegalArgumentException anId) {
      return Optional.empty();
    }
  }

  @Override
  public void refresh(Subject subject) {
    read(() -> finder.find(subject)).forEach(store::addStored);
  }

  /**
   * Adds the open records: those in a conflict, and of the others those that are checked next. They
   * are added in the reverse order, so that conflicts become the latest.
   *
   * @throws LookupFailure if the table cannot be read
   */
  void addOpen() {
    List<Subject> open = read(this::findOpen).reversed();
    for (int from = 0; from < open.size(); from += BATCH) {
      List<Subject> batch = open.subList(from, Math.min(open.size(), from + BATCH));
      Map<Subject, Entry> entries = read(() -> readBatch(batch));
      batch.stream()
          .flatMap(subject -> Optional.ofNullable(entries.get(subject)).stream())
          .forEach(store::addStored);
    }
  }

  private List<Subject> findOpen() {
    Instant last = Instant.now().plus(ALL_CHECKS);
    Iterator<List<Subject>> pages =
        new DynamoDbDueIndex(tables, table)
            .findDue(last, Deadline.after(TIMEOUT, InstantSource.system()));
    List<Subject> open = new ArrayList<>();
    while (pages.hasNext() && open.size() < MAX_OPEN) {
      open.addAll(pages.next());
    }
    return open;
  }

  private Map<Subject, Entry> readBatch(List<Subject> subjects) {
    Map<Subject, Entry> entries = new HashMap<>();
    List<Map<String, AttributeValue>> keys =
        subjects.stream()
            .map(subject -> Map.of("subject", AttributeValue.fromS(subject.text())))
            .toList();
    tables
        .batchGetItemPaginator(
            wanted ->
                wanted.requestItems(Map.of(table, KeysAndAttributes.builder().keys(keys).build())))
        .stream()
        .flatMap(page -> page.responses().getOrDefault(table, List.of()).stream())
        .flatMap(item -> decode(item).stream())
        .forEach(entry -> entries.put(entry.subject(), entry));
    return entries;
  }

  /** A newer version of Rampline may have written the record. */
  private static Optional<Entry> decode(Map<String, AttributeValue> item) {
    try {
      return Optional.of(EntryCodec.decode(item));
    } catch (UnreadableRecordException newer) {
      return Optional.empty();
    }
  }

  private <T> T read(Supplier<T> call) {
    try {
      return call.get();
    } catch (SdkException | LedgerUnavailableException | UnreadableRecordException failure) {
      throw new LookupFailure(explain.apply(failure), failure);
    }
  }
}
