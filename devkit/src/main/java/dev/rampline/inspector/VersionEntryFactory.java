package dev.rampline.inspector;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.rampline.event.State;
import dev.rampline.event.TraceContext;
import dev.rampline.ledger.LastChange;
import dev.rampline.ledger.LedgerRecord;
import dev.rampline.ledger.TerminalStateConflict;
import dev.rampline.message.CloudEventMessage;
import dev.rampline.message.MessageComposer;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** What is told of one version: the word behind it, what it changed, and its message. */
final class VersionEntryFactory {
  private final MessageComposer composer;

  /**
   * @param composer that makes the same messages as the functions do
   */
  VersionEntryFactory(MessageComposer composer) {
    this.composer = composer;
  }

  TimelineEntry create(@Nullable LedgerRecord before, LedgerRecord after) {
    ObjectNode told = JsonNodes.object().put("kind", "version");
    told.put("at", after.revision().updatedAt().toString());
    told.put("version", after.version());
    told.put("state", after.state().text());
    putLastChange(after.lastChange(), told);
    told.set("conflict", conflict(after.terminalStates().conflict()));
    told.set(
        "claims",
        JsonNodes.texts(
            after.pendingChecks().unverifiedEvents().stream()
                .map(claim -> claim.state().text())
                .toList()));
    told.set(
        "changed", changedFields(before == null ? Map.of() : before.fields().plainValues(), after));
    told.set("message", message(after));
    return new TimelineEntry(after.revision().updatedAt(), told);
  }

  private static void putLastChange(LastChange last, ObjectNode told) {
    State previous = last.previousState();
    TraceContext trace = last.trace();
    told.put("previousState", previous == null ? null : previous.text())
        .put("decision", last.decision())
        .put("channel", last.channel().text())
        .put("authenticity", last.trust().text())
        .put("eventName", last.eventName())
        .put("rawStatus", last.rawStatus())
        .put("occurredAt", JsonNodes.text(last.occurredAt()))
        .put("receivedAt", last.receivedAt().toString())
        .put("backfill", last.backfill())
        .put("traceId", trace == null ? null : trace.traceId());
  }

  private static @Nullable ObjectNode conflict(@Nullable TerminalStateConflict conflict) {
    if (conflict == null) {
      return null;
    }
    State settled = conflict.resolvedState();
    ObjectNode told = JsonNodes.object();
    told.set(
        "finals", JsonNodes.texts(conflict.terminalStates().stream().map(State::text).toList()));
    return told.put("settled", settled == null ? null : settled.text());
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
