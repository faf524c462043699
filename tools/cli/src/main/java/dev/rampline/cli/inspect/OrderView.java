package dev.rampline.cli.inspect;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.rampline.cli.terminal.JsonLines;
import dev.rampline.event.TraceContext;
import dev.rampline.json.Json;
import dev.rampline.json.JsonWriter;
import dev.rampline.ledger.Entry;
import dev.rampline.ledger.LedgerRecord;
import dev.rampline.ledger.TerminalStateConflict;
import dev.rampline.ledger.Tombstone;
import java.io.UncheckedIOException;
import org.jspecify.annotations.Nullable;

/** Converts an order's data to JSON for output. */
public final class OrderView {
  private static final JsonMapper MAPPER = new JsonMapper();

  private OrderView() {}

  /** Returns the ledger entry. */
  public static ObjectNode of(Entry entry) {
    return switch (entry) {
      case LedgerRecord record -> of(record);
      case Tombstone tombstone -> of(tombstone);
    };
  }

  private static ObjectNode of(Tombstone tombstone) {
    return JsonLines.object()
        .put("subject", tombstone.subject().text())
        .put("version", tombstone.version())
        .put("erasedAt", tombstone.revision().updatedAt().toString());
  }

  /** Returns the record, its history, and its open checks. */
  private static ObjectNode of(LedgerRecord record) {
    ObjectNode shown =
        JsonLines.object()
            .put("subject", record.subject().text())
            .put("state", record.state().text())
            .put("confirmedAt", text(record.content().confirmedAt()))
            .put("version", record.version())
            .put("updatedAt", record.revision().updatedAt().toString())
            .put("nextCheckAt", text(record.pendingChecks().nextCheckAt()))
            .put("traceId", traceId(record.lastChange().trace()));
    ObjectNode fields = shown.putObject("fields");
    record.fields().plainValues().forEach(fields::put);
    transitions(record, shown);
    unverifiedEvents(record, shown);
    var unrecognized = shown.putArray("unrecognized");
    record.pendingChecks().unrecognized().terms().forEach(unrecognized::add);
    conflict(record.terminalStates().conflict(), shown);
    return shown;
  }

  private static void transitions(LedgerRecord record, ObjectNode shown) {
    var transitions = shown.putArray("transitions");
    record
        .transitions()
        .forEach(
            it ->
                transitions
                    .addObject()
                    .put("version", it.version())
                    .put("state", it.state().text())
                    .put("channel", it.channel().text())
                    .put("occurredAt", text(it.occurredAt()))
                    .put("receivedAt", it.receivedAt().toString()));
  }

  private static void unverifiedEvents(LedgerRecord record, ObjectNode shown) {
    var events = shown.putArray("unverified");
    record
        .pendingChecks()
        .unverifiedEvents()
        .forEach(
            it ->
                events
                    .addObject()
                    .put("state", it.state().text())
                    .put("channel", it.channel().text())
                    .put("receivedAt", it.receivedAt().toString()));
  }

  private static void conflict(@Nullable TerminalStateConflict conflict, ObjectNode shown) {
    if (conflict == null) {
      shown.putNull("conflict");
      return;
    }
    ObjectNode object = shown.putObject("conflict");
    conflict
        .terminalStates()
        .forEach(state -> object.withArray("terminalStates").add(state.text()));
    object.put(
        "resolvedState", conflict.resolvedState() == null ? null : conflict.resolvedState().text());
  }

  /** Returns a response of the provider's API without its wrapper. */
  public static ObjectNode of(Json answer) {
    try {
      JsonNode tree = MAPPER.readTree(JsonWriter.write(answer));
      JsonNode inner = tree.path("data").isObject() ? tree.path("data") : tree;
      return inner instanceof ObjectNode object ? object : JsonLines.object();
    } catch (JsonProcessingException impossible) {
      throw new UncheckedIOException(impossible);
    }
  }

  private static @Nullable String traceId(@Nullable TraceContext trace) {
    return trace == null ? null : trace.traceId();
  }

  private static @Nullable String text(@Nullable Object value) {
    return value == null ? null : value.toString();
  }
}
