package dev.rampline.inspector;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.rampline.event.State;
import dev.rampline.event.TraceContext;
import dev.rampline.ledger.LastChange;
import dev.rampline.ledger.LedgerRecord;
import dev.rampline.message.CloudEventMessage;
import dev.rampline.message.MessageComposer;
import java.util.Map;
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

  TimelineEntry create(@Nullable LedgerRecord before, LedgerRecord after) {
    ObjectNode json = JsonNodes.object().put("kind", "version");
    json.put("at", after.revision().updatedAt().toString());
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
    return new TimelineEntry(after.revision().updatedAt(), json);
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
