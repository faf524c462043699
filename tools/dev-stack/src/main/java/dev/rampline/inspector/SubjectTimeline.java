package dev.rampline.inspector;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.rampline.adapter.dynamodb.EntryCodec;
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
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** The events and versions of one subject. Not thread-safe: {@link EventStore} guards it. */
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
  private boolean isFromTable;

  /** Returns the subject, if a ledger entry was received. */
  Optional<String> subject() {
    return Optional.ofNullable(entry).map(known -> known.subject().text());
  }

  boolean hasOpenConflict() {
    return entry instanceof LedgerRecord record && record.terminalStates().hasOpenConflict();
  }

  /** Adds an event of a log entry. That of a new version only says how its message was sent. */
  void addEvent(InspectorEvent event) {
    if (entry instanceof Tombstone) {
      return;
    }
    addTrace(event.traceId());
    if (event.isLedgerChange()) {
      setDelivery(event.version(), event.delivery());
    } else {
      counts.merge(event.countedDecision(), 1, Integer::sum);
      add(TimelineEntry.of(event));
    }
  }

  /** The log entry and the stream record of a version may arrive in any order. */
  private void setDelivery(long version, String delivery) {
    ObjectNode json = versions.get(version);
    if (json != null) {
      json.put("delivery", delivery);
    } else if (deliveries.size() < MAX_ENTRIES) {
      deliveries.put(version, delivery);
    }
  }

  /**
   * Adds a change; returns whether it is a new version that was not added before. An older change
   * does not replace the current entry.
   */
  boolean addChange(LedgerChange change, VersionEntryFactory factory) {
    Entry after = change.after();
    if (entry == null || entry.revision().number() <= after.revision().number()) {
      entry = after;
      item = change.item();
    }
    return switch (after) {
      case LedgerRecord record -> addVersion(change, record, factory);
      case Tombstone tombstone -> {
        erase(tombstone);
        yield false;
      }
    };
  }

  private boolean addVersion(
      LedgerChange change, LedgerRecord record, VersionEntryFactory factory) {
    if (!change.isNewVersion() || versions.containsKey(record.version())) {
      return false;
    }
    counts.merge(InspectorEvent.of(record).countedDecision(), 1, Integer::sum);
    TimelineEntry added = factory.create(change.before(), record);
    added.json().put("delivery", deliveries.remove(record.version()));
    versions.put(record.version(), added.json());
    addTrace(added.json().path("traceId").asText(null));
    replace(added);
    return true;
  }

  /** Adds an entry in the place of one that a stored record had of the same. */
  private void replace(TimelineEntry added) {
    timeline.removeIf(known -> known.isSameAs(added));
    add(added);
  }

  /** Adds an entry that was read from the table; returns whether it is newer than the known one. */
  boolean addStored(Entry stored, VersionEntryFactory factory) {
    if (entry != null && entry.revision().number() >= stored.revision().number()) {
      return false;
    }
    isFromTable |= entry == null;
    entry = stored;
    item = EntryCodec.encode(stored);
    switch (stored) {
      case LedgerRecord record -> addHistory(record, factory);
      case Tombstone tombstone -> erase(tombstone);
    }
    return true;
  }

  private void addHistory(LedgerRecord record, VersionEntryFactory factory) {
    for (TimelineEntry kept : factory.history(record)) {
      if (!versions.containsKey(kept.json().path("version").asLong())) {
        replace(kept);
      }
    }
  }

  /** Removes all data of an erased subject. */
  private void erase(Tombstone tombstone) {
    timeline.clear();
    versions.clear();
    deliveries.clear();
    counts.clear();
    traces.clear();
    omitted = 0;
    isFromTable = false;
    add(TimelineEntry.erased(tombstone.revision().updatedAt(), tombstone.version()));
  }

  private void addTrace(@Nullable String traceId) {
    if (traceId != null && traces.size() < MAX_TRACES) {
      traces.add(traceId);
    }
  }

  private void add(TimelineEntry added) {
    timeline.add(added);
    if (timeline.size() > MAX_ENTRIES) {
      versions.remove(timeline.remove().json().path("version").asLong());
      omitted++;
    }
  }

  ObjectNode summary() {
    return SubjectSummary.of(Objects.requireNonNull(entry), counts, traces);
  }

  /** Returns the timeline, the oldest entry first. */
  ObjectNode toJson() {
    List<ObjectNode> entries =
        timeline.stream()
            .sorted(Comparator.comparing(TimelineEntry::at))
            .map(TimelineEntry::json)
            .map(ObjectNode::deepCopy)
            .toList();
    entries.stream().findFirst().ifPresent(first -> first.put("omitted", omitted));
    ObjectNode json = JsonNodes.object();
    json.put("fromTable", isFromTable);
    json.set("summary", summary());
    json.set("entries", JsonNodes.array(entries));
    json.set("record", JsonNodes.plain(item));
    return json;
  }
}
