package dev.rampline.adapter.dynamodb;

import dev.rampline.event.Subject;
import java.math.BigDecimal;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.QueryResponse;

/**
 * Reads groups of partitions, one group after the other. A page is the next page of each partition
 * of the group. Not thread-safe.
 */
final class DuePages implements Iterator<List<Subject>> {
  private final DueQuery query;

  /** For each group the partitions that have more, with the key to continue after. */
  private final Deque<Map<String, Map<String, AttributeValue>>> groups = new ArrayDeque<>();

  DuePages(DueQuery query, List<List<String>> partitions) {
    this.query = query;
    for (List<String> group : partitions) {
      Map<String, Map<String, AttributeValue>> unread = new LinkedHashMap<>();
      group.forEach(partition -> unread.put(partition, Map.of()));
      groups.add(unread);
    }
  }

  @Override
  public boolean hasNext() {
    return !groups.isEmpty();
  }

  @Override
  public List<Subject> next() {
    Map<String, Map<String, AttributeValue>> more = new LinkedHashMap<>();
    List<MapReader> items = new ArrayList<>();
    groups
        .element()
        .forEach(
            (partition, after) -> {
              QueryResponse page = query.page(partition, after);
              page.items().forEach(item -> items.add(new MapReader(item)));
              if (page.hasLastEvaluatedKey()) {
                more.put(partition, page.lastEvaluatedKey());
              }
            });
    groups.remove();
    if (!more.isEmpty()) {
      groups.addFirst(more);
    }
    return items.stream()
        .sorted(Comparator.comparing(DuePages::nextCheckAt))
        .map(item -> new Subject(item.text(RecordCodec.SUBJECT)))
        .toList();
  }

  private static BigDecimal nextCheckAt(MapReader item) {
    return new BigDecimal(Objects.requireNonNull(item.numberOrNull(IndexKeys.NEXT_CHECK_AT)));
  }
}
