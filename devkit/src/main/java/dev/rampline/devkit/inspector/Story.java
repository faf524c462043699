package dev.rampline.devkit.inspector;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.rampline.ledger.Entry;
import dev.rampline.ledger.LedgerRecord;
import dev.rampline.ledger.Tombstone;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** What was seen of one subject. Not thread-safe: the chronicle guards it. */
final class Story {
  private static final int MOST_CHAPTERS = 60;
  private static final int MOST_TRACES = 20;

  private final Deque<Chapter> chapters = new ArrayDeque<>();
  private final Map<Long, ObjectNode> versions = new HashMap<>();
  private final Map<Long, String> deliveries = new HashMap<>();
  private final Map<String, Integer> counts = new TreeMap<>();
  private final Set<String> traces = new LinkedHashSet<>();
  private Map<String, AttributeValue> item = Map.of();
  private @Nullable Entry entry;
  private int leftOut;

  /** What stands in the ledger, once that was seen. */
  Optional<Entry> entry() {
    return Optional.ofNullable(entry);
  }

  boolean hasOpenConflict() {
    return entry instanceof LedgerRecord record && record.finals().isContradictory();
  }

  void heard(Arrival arrival) {
    if (entry instanceof Tombstone) {
      return;
    }
    counts.merge(arrival.decision(), 1, Integer::sum);
    remember(arrival.traceId());
    if (arrival.isSeenInLedger()) {
      arrival.versionMade().ifPresent(version -> delivered(version, arrival.delivery()));
    } else {
      add(Chapter.of(arrival));
    }
  }

  /** Either may be seen first: the line of the function, or the change in the stream. */
  private void delivered(long version, String delivery) {
    ObjectNode told = versions.get(version);
    if (told == null) {
      deliveries.put(version, delivery);
    } else {
      told.put("delivery", delivery);
    }
  }

  /** Takes a change; one that is older than what is known only adds to the past. */
  void changed(Change change, VersionChapter teller) {
    Entry after = change.after();
    if (entry == null || entry.revision().number() <= after.revision().number()) {
      entry = after;
      item = change.item();
    }
    switch (after) {
      case LedgerRecord record -> written(change, record, teller);
      case Tombstone tombstone -> forget(tombstone);
    }
  }

  private void written(Change change, LedgerRecord record, VersionChapter teller) {
    if (!change.makesVersion() || versions.containsKey(record.version())) {
      return;
    }
    Chapter chapter = teller.of(change.before(), record);
    chapter.told().put("delivery", deliveries.remove(record.version()));
    versions.put(record.version(), chapter.told());
    remember(chapter.told().path("traceId").asText(null));
    add(chapter);
  }

  /** Whoever is forgotten is forgotten here too. */
  private void forget(Tombstone tombstone) {
    chapters.clear();
    versions.clear();
    deliveries.clear();
    counts.clear();
    traces.clear();
    leftOut = 0;
    add(Chapter.forgotten(tombstone.revision().updatedAt(), tombstone.version()));
  }

  private void remember(@Nullable String traceId) {
    if (traceId != null && traces.size() < MOST_TRACES) {
      traces.add(traceId);
    }
  }

  private void add(Chapter chapter) {
    chapters.add(chapter);
    if (chapters.size() > MOST_CHAPTERS) {
      versions.remove(chapters.remove().told().path("version").asLong());
      leftOut++;
    }
  }

  ObjectNode summary() {
    return Summary.of(entry().orElseThrow(), counts, traces);
  }

  /** The whole story, the oldest chapter first. */
  ObjectNode told() {
    List<ObjectNode> entries =
        chapters.stream()
            .sorted(Comparator.comparing(Chapter::at))
            .map(Chapter::told)
            .map(ObjectNode::deepCopy)
            .toList();
    entries.stream().findFirst().ifPresent(first -> first.put("earlierLeftOut", leftOut));
    ObjectNode told = Nodes.object();
    told.set("summary", summary());
    told.set("entries", Nodes.array(entries));
    told.set("record", Nodes.plain(item));
    return told;
  }
}
