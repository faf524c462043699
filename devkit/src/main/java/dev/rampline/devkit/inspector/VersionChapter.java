package dev.rampline.devkit.inspector;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.rampline.ledger.Conflict;
import dev.rampline.ledger.LastWord;
import dev.rampline.ledger.LedgerRecord;
import dev.rampline.message.Message;
import dev.rampline.message.MessageComposer;
import dev.rampline.observation.State;
import dev.rampline.observation.TraceContext;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** What is told of one version: the word behind it, what it changed, and its message. */
final class VersionChapter {
  private final MessageComposer composer;

  /**
   * @param composer that makes the same messages as the functions do
   */
  VersionChapter(MessageComposer composer) {
    this.composer = composer;
  }

  Chapter of(@Nullable LedgerRecord before, LedgerRecord after) {
    ObjectNode told = Nodes.object().put("kind", "version");
    told.put("at", after.revision().updatedAt().toString());
    told.put("version", after.version());
    told.put("state", after.state().text());
    word(after.last(), told);
    told.set("conflict", conflict(after.finals().conflict()));
    told.set(
        "claims",
        Nodes.texts(
            after.concerns().claims().stream().map(claim -> claim.state().text()).toList()));
    told.set("changed", changed(before == null ? Map.of() : before.facts().plain(), after));
    told.set("message", message(after));
    return new Chapter(after.revision().updatedAt(), told);
  }

  private static void word(LastWord last, ObjectNode told) {
    State previous = last.previousState();
    TraceContext trace = last.trace();
    told.put("previousState", previous == null ? null : previous.text())
        .put("decision", last.decision())
        .put("channel", last.channel().text())
        .put("authenticity", last.authenticity().text())
        .put("eventName", last.eventName())
        .put("rawStatus", last.rawStatus())
        .put("occurredAt", Nodes.text(last.occurredAt()))
        .put("receivedAt", last.receivedAt().toString())
        .put("backfill", last.backfill())
        .put("traceId", trace == null ? null : trace.traceId());
  }

  private static @Nullable ObjectNode conflict(@Nullable Conflict conflict) {
    if (conflict == null) {
      return null;
    }
    State settled = conflict.settled();
    ObjectNode told = Nodes.object();
    told.set("finals", Nodes.texts(conflict.finals().stream().map(State::text).toList()));
    return told.put("settled", settled == null ? null : settled.text());
  }

  private static ArrayNode changed(Map<String, String> old, LedgerRecord after) {
    SortedMap<String, String> before = new TreeMap<>(old);
    SortedMap<String, String> now = after.facts().plain();
    TreeSet<String> fields = new TreeSet<>(before.keySet());
    fields.addAll(now.keySet());
    fields.removeIf(field -> String.valueOf(before.get(field)).equals(now.get(field)));
    return Nodes.array(
        fields.stream()
            .map(
                field ->
                    Nodes.object()
                        .put("field", field)
                        .put("before", before.get(field))
                        .put("after", now.get(field)))
            .toList());
  }

  private ObjectNode message(LedgerRecord record) {
    Message message = composer.compose(record);
    return Nodes.object()
        .put("id", message.id())
        .put("type", Nodes.read(message.body()).path("type").asText())
        .put("body", message.body());
  }
}
