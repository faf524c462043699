package dev.rampline.inspector;

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
final class SubjectTimeline {
  private static final int MAX_ENTRIES = 60;
  private static final int MAX_TRACES = 20;

  private final Deque<TimelineEntry> timeline = new ArrayDeque<>();
  private final Map<Long, ObjectNode> versions = new HashMap<>();
  private final Map<Long, String> deliveries = new HashMap<>();
  private final Map<String, Integer> counts = new TreeMap<>();
  private final Set<String> traces = new LinkedHashSet<>();
  private Map<String, AttributeValue> item = Map.of();
  private @Nullable Entry entry;
  private int omitted;

  /** What stands in the ledger, once that was seen. */
  Optional<Entry> entry() {
    return Optional.ofNullable(entry);
  }

  boolean hasOpenConflict() {
    return entry instanceof LedgerRecord record && record.terminalStates().hasOpenConflict();
  }

  void addEvent(FunctionLogEvent arrival) {
    if (entry instanceof Tombstone) {
      return;
    }
    counts.merge(arrival.decision(), 1, Integer::sum);
    addTrace(arrival.traceId());
    if (arrival.isLedgerChange()) {
      arrival.createdVersion().ifPresent(version -> setDelivery(version, arrival.delivery()));
    } else {
      add(TimelineEntry.of(arrival));
    }
  }

  /** Either may be seen first: the line of the function, or the change in the stream. */
  private void setDelivery(long version, String delivery) {
    ObjectNode told = versions.get(version);
    if (told == null) {
      deliveries.put(version, delivery);
    } else {
      told.put("delivery", delivery);
    }
  }

  /** Takes a change; one that is older than what is known only adds to the past. */
  void addChange(LedgerChange change, VersionEntryFactory teller) {
    Entry after = change.after();
    if (entry == null || entry.revision().number() <= after.revision().number()) {
      entry = after;
      item = change.item();
    }
    switch (after) {
      case LedgerRecord record -> addVersion(change, record, teller);
      case Tombstone tombstone -> erase(tombstone);
    }
  }

  private void addVersion(LedgerChange change, LedgerRecord record, VersionEntryFactory teller) {
    if (!change.isNewVersion() || versions.containsKey(record.version())) {
      return;
    }
    TimelineEntry chapter = teller.create(change.before(), record);
    chapter.json().put("delivery", deliveries.remove(record.version()));
    versions.put(record.version(), chapter.json());
    addTrace(chapter.json().path("traceId").asText(null));
    add(chapter);
  }

  /** Whoever is forgotten is forgotten here too. */
  private void erase(Tombstone tombstone) {
    timeline.clear();
    versions.clear();
    deliveries.clear();
    counts.clear();
    traces.clear();
    omitted = 0;
    add(TimelineEntry.erased(tombstone.revision().updatedAt(), tombstone.version()));
  }

  private void addTrace(@Nullable String traceId) {
    if (traceId != null && traces.size() < MAX_TRACES) {
      traces.add(traceId);
    }
  }

  private void add(TimelineEntry chapter) {
    timeline.add(chapter);
    if (timeline.size() > MAX_ENTRIES) {
      versions.remove(timeline.remove().json().path("version").asLong());
      omitted++;
    }
  }

  ObjectNode summary() {
    return SubjectSummary.of(entry().orElseThrow(), counts, traces);
  }

  /** The whole story, the oldest chapter first. */
  ObjectNode toJson() {
    List<ObjectNode> entries =
        timeline.stream()
            .sorted(Comparator.comparing(TimelineEntry::at))
            .map(TimelineEntry::json)
            .map(ObjectNode::deepCopy)
            .toList();
    entries.stream().findFirst().ifPresent(first -> first.put("earlierLeftOut", omitted));
    ObjectNode told = JsonNodes.object();
    told.set("summary", summary());
    told.set("entries", JsonNodes.array(entries));
    told.set("record", JsonNodes.plain(item));
    return told;
  }
}
