package dev.rampline.simulation.cloud;

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

/** The ledger's table and its stream. */
public final class Table {
  private final Map<String, List<Map<String, AttributeValue>>> histories = new TreeMap<>();
  private final List<TableWrite> stream = new ArrayList<>();
  private final List<Consumer<TableWrite>> watchers = new ArrayList<>();
  private final InstantSource clock;

  public Table(InstantSource clock) {
    this.clock = clock;
  }

  /** Has every change told, at once. */
  public void watch(Consumer<TableWrite> watcher) {
    watchers.add(watcher);
  }

  /** The item as it stands. */
  public Optional<Map<String, AttributeValue>> find(String key) {
    return Optional.ofNullable(histories.get(key)).map(List::getLast);
  }

  /** The item as it stood some writes before; empty: there was none yet. */
  Optional<Map<String, AttributeValue>> findPrevious(String key, int writesAgo) {
    List<Map<String, AttributeValue>> history = histories.getOrDefault(key, List.of());
    int place = history.size() - 1 - writesAgo;
    return place < 0 ? Optional.empty() : Optional.of(history.get(place));
  }

  /** Whatever it holds of subjects. */
  public List<String> subjects() {
    return histories.keySet().stream()
        .filter(key -> key.startsWith("order/") || key.startsWith("kyc/"))
        .toList();
  }

  /** Every item as it stands. */
  public List<Map<String, AttributeValue>> items() {
    return histories.values().stream().map(List::getLast).toList();
  }

  /** Every item as it ever stood. */
  public List<Map<String, AttributeValue>> allImages() {
    return histories.values().stream().flatMap(List::stream).toList();
  }

  /** What was written, the first first. */
  public List<TableWrite> stream() {
    return stream;
  }

  /** Puts an item there that nobody of ours has written. */
  public void putForeign(Map<String, AttributeValue> item) {
    put(TableWrite.FOREIGN_WRITER, item);
  }

  void put(String writer, Map<String, AttributeValue> item) {
    String key = ItemAttributes.text(item, "subject");
    Map<String, AttributeValue> before = find(key).orElse(null);
    histories.computeIfAbsent(key, _ -> new ArrayList<>()).add(item);
    TableWrite change = new TableWrite(stream.size(), writer, key, before, item, clock.instant());
    stream.add(change);
    watchers.forEach(watcher -> watcher.accept(change));
  }

  /**
   * A write.
   *
   * @param number its place in the stream
   * @param writer the process that wrote
   * @param subject the item's key
   * @param before the item as it stood; null: there was none
   * @param after the item as it stands since
   * @param at the true time
   */
  public record TableWrite(
      int number,
      String writer,
      String subject,
      @Nullable Map<String, AttributeValue> before,
      Map<String, AttributeValue> after,
      Instant at) {
    private static final String FOREIGN_WRITER = "a stranger";

    /** Whether it is nobody's of ours. */
    public boolean isForeign() {
      return writer.equals(FOREIGN_WRITER);
    }

    /** Whether consumers are owed a message for it. */
    public boolean hasNewVersion() {
      boolean known = subject.startsWith("order/") || subject.startsWith("kyc/");
      return known && ItemAttributes.version(before) != ItemAttributes.version(after);
    }

    /** The id of that message (design §5). */
    public String messageId() {
      return subject + "/" + ItemAttributes.version(after);
    }
  }
}
