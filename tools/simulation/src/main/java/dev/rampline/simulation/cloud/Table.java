package dev.rampline.simulation.cloud;

import com.amazonaws.services.lambda.runtime.events.DynamodbEvent;
import dev.rampline.testkit.aws.StreamEvents;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.Record;

/** The ledger table and its stream. */
public final class Table {
  private final Map<String, List<Map<String, AttributeValue>>> histories = new TreeMap<>();
  private final List<TableWrite> stream = new ArrayList<>();
  private final List<Consumer<TableWrite>> watchers = new ArrayList<>();
  private final InstantSource clock;

  public Table(InstantSource clock) {
    this.clock = clock;
  }

  /** Calls the listener synchronously for every change. */
  public void watch(Consumer<TableWrite> watcher) {
    watchers.add(watcher);
  }

  /** The current item. */
  public Optional<Map<String, AttributeValue>> find(String key) {
    return Optional.ofNullable(histories.get(key)).map(List::getLast);
  }

  /** The item as it was that many writes ago; empty if it did not exist. */
  Optional<Map<String, AttributeValue>> findPrevious(String key, int writesAgo) {
    List<Map<String, AttributeValue>> history = histories.getOrDefault(key, List.of());
    int place = history.size() - 1 - writesAgo;
    return place < 0 ? Optional.empty() : Optional.of(history.get(place));
  }

  /** All items of subjects. */
  public List<String> subjects() {
    return histories.keySet().stream()
        .filter(key -> key.startsWith("order/") || key.startsWith("kyc/"))
        .toList();
  }

  /** All current items. */
  public List<Map<String, AttributeValue>> items() {
    return histories.values().stream().map(List::getLast).toList();
  }

  /** All versions of all items. */
  public List<Map<String, AttributeValue>> allImages() {
    return histories.values().stream().flatMap(List::stream).toList();
  }

  /** All writes in order. */
  public List<TableWrite> stream() {
    return stream;
  }

  /** The event of the stream with those writes. */
  public static DynamodbEvent streamEvent(List<TableWrite> writes) {
    return StreamEvents.of(
        "arn:aws:dynamodb:simulated", writes.stream().map(TableWrite::toStreamRecord).toList());
  }

  /** Writes an item that Rampline did not write. */
  public void putForeign(Map<String, AttributeValue> item) {
    put(TableWrite.FOREIGN_WRITER, clock.instant(), item);
  }

  /**
   * Writes an item.
   *
   * @param requestedAt the time of the request on the writer's clock
   */
  void put(String writer, Instant requestedAt, Map<String, AttributeValue> item) {
    String key = ItemAttributes.text(item, "subject");
    Map<String, AttributeValue> before = find(key).orElse(null);
    histories.computeIfAbsent(key, _ -> new ArrayList<>()).add(item);
    TableWrite change =
        new TableWrite(stream.size(), writer, requestedAt, key, before, item, clock.instant());
    stream.add(change);
    watchers.forEach(watcher -> watcher.accept(change));
  }

  /**
   * A write.
   *
   * @param number the position in the stream
   * @param writer the name of the process that wrote
   * @param requestedAt the time of the request on the writer's clock
   * @param subject the item's key
   * @param before the item before the write; null if there was none
   * @param after the item after the write
   * @param at the true time
   */
  public record TableWrite(
      int number,
      String writer,
      Instant requestedAt,
      String subject,
      @Nullable Map<String, AttributeValue> before,
      Map<String, AttributeValue> after,
      Instant at) {
    private static final String FOREIGN_WRITER = "foreign writer";

    /** Whether Rampline did not write it. */
    public boolean isForeign() {
      return writer.equals(FOREIGN_WRITER);
    }

    /** Whether consumers must receive a message for it. */
    public boolean hasNewVersion() {
      boolean known = subject.startsWith("order/") || subject.startsWith("kyc/");
      return known && ItemAttributes.version(before) != ItemAttributes.version(after);
    }

    /** The record of the table's stream. */
    Record toStreamRecord() {
      return StreamEvents.change(before == null ? "INSERT" : "MODIFY", number, before, after);
    }

    /** The ID of that message ({@code docs/architecture.md#message}). */
    public String messageId() {
      return subject + "/" + ItemAttributes.version(after);
    }
  }
}
