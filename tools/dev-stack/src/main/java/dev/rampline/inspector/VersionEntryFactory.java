package dev.rampline.inspector;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.rampline.event.State;
import dev.rampline.event.TraceContext;
import dev.rampline.event.TrustLevel;
import dev.rampline.ledger.LastChange;
import dev.rampline.ledger.LedgerRecord;
import dev.rampline.lifecycle.DecisionName;
import dev.rampline.message.CloudEventMessage;
import dev.rampline.message.MessageComposer;
import dev.rampline.operations.lookup.RecordTimeline;
import dev.rampline.operations.lookup.TimelineRow;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Creates timeline entries for versions: the event, the changed fields and the message. */
final class VersionEntryFactory {
  private final MessageComposer composer;

  /**
   * @param composer composes the same messages as the functions
   */
  VersionEntryFactory(MessageComposer composer) {
    this.composer = composer;
  }

  /** Creates the entry of a change. */
  TimelineEntry create(@Nullable LedgerRecord before, LedgerRecord after) {
    return create(before, after, after.revision().updatedAt());
  }

  private TimelineEntry create(@Nullable LedgerRecord before, LedgerRecord after, Instant at) {
    ObjectNode json = JsonNodes.object().put("kind", "version");
    json.put("at", at.toString());
    json.put("version", after.version());
    json.put("state", after.state().text());
    putLastChange(after.lastChange(), json);
    json.set("conflict", InspectorEvent.conflict(after.terminalStates().conflict()));
    json.set(
        "unverified",
        JsonNodes.texts(
            after.pendingChecks().unverifiedEvents().stream()
                .map(event -> event.state().text())
                .toList()));
    json.set(
        "changed", changedFields(before == null ? Map.of() : before.fields().plainValues(), after));
    json.set("message", message(after));
    return new TimelineEntry(at, json);
  }

  /** Creates the entries of what a record keeps about its events. */
  List<TimelineEntry> history(LedgerRecord record) {
    List<TimelineEntry> entries = new ArrayList<>();
    String previous = null;
    for (TimelineRow row : RecordTimeline.of(record)) {
      boolean isCurrent = Objects.equals(row.version(), record.version());
      entries.add(
          isCurrent
              ? create(record, record, row.receivedAt())
              : new TimelineEntry(row.receivedAt(), kept(row, previous, record)));
      previous = row.trust() == TrustLevel.UNVERIFIED ? previous : row.state().text();
    }
    return entries;
  }

  private static ObjectNode kept(TimelineRow row, @Nullable String previous, LedgerRecord record) {
    String decision = row.decision() == null ? DecisionName.STATE_CHANGED.text() : row.decision();
    ObjectNode json =
        JsonNodes.object()
            .put("kind", row.version() == null ? "confirmed" : "version")
            .put("at", row.receivedAt().toString())
            .put("version", row.version())
            .put("state", row.state().text())
            .put("previousState", previous)
            .put("decision", decision)
            .put("channel", row.channel().text())
            .put("trust", JsonNodes.text(row.trust() == null ? null : row.trust().text()))
            .put("rawStatus", row.reported())
            .put("occurredAt", JsonNodes.text(row.occurredAt()))
            .put("receivedAt", row.receivedAt().toString());
    if (DecisionName.CONFLICT.text().equals(decision)) {
      json.set("conflict", InspectorEvent.conflict(record.terminalStates().conflict()));
    }
    return json;
  }

  private static void putLastChange(LastChange last, ObjectNode json) {
    State previous = last.previousState();
    TraceContext trace = last.trace();
    json.put("previousState", previous == null ? null : previous.text())
        .put("decision", last.decision())
        .put("channel", last.metadata().channel().text())
        .put("trust", last.metadata().trust().text())
        .put("eventName", last.eventName())
        .put("rawStatus", last.rawStatus())
        .put("occurredAt", JsonNodes.text(last.occurredAt()))
        .put("receivedAt", last.metadata().receivedAt().toString())
        .put("backfill", last.metadata().backfill())
        .put("traceId", trace == null ? null : trace.traceId());
  }

  private static ArrayNode changedFields(Map<String, String> old, LedgerRecord after) {
    SortedMap<String, String> before = new TreeMap<>(old);
    SortedMap<String, String> now = after.fields().plainValues();
    TreeSet<String> fields = new TreeSet<>(before.keySet());
    fields.addAll(now.keySet());
    fields.removeIf(field -> String.valueOf(before.get(field)).equals(now.get(field)));
    return JsonNodes.array(
        fields.stream()
            .map(
                field ->
                    JsonNodes.object()
                        .put("field", field)
                        .put("before", before.get(field))
                        .put("after", now.get(field)))
            .toList());
  }

  private ObjectNode message(LedgerRecord record) {
    CloudEventMessage message = composer.compose(record);
    return JsonNodes.object()
        .put("id", message.id())
        .put("type", JsonNodes.read(message.body()).path("type").asText())
        .put("body", message.body());
  }
}
