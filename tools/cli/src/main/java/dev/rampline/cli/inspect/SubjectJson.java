package dev.rampline.cli.inspect;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.rampline.cli.terminal.JsonLines;
import dev.rampline.event.State;
import dev.rampline.event.TraceContext;
import dev.rampline.event.TrustLevel;
import dev.rampline.ledger.Entry;
import dev.rampline.ledger.LedgerRecord;
import dev.rampline.ledger.TerminalStateConflict;
import dev.rampline.ledger.Tombstone;
import dev.rampline.operations.lookup.ProviderAnswer;
import dev.rampline.operations.lookup.SubjectReport;
import dev.rampline.operations.lookup.TimelineRow;
import dev.rampline.operations.lookup.Verdict;
import java.time.Instant;
import java.util.Collection;
import org.jspecify.annotations.Nullable;

/** A report as JSON ({@code docs/lookup.md#json}). */
final class SubjectJson {
  private SubjectJson() {}

  static ObjectNode of(SubjectReport report, Instant now) {
    ObjectNode object =
        JsonLines.object()
            .put("subject", report.subject().text())
            .put("outcome", report.outcome().text())
            .put("verdict", new Verdict(report, now).text());
    object.set("ledger", ledger(report.entry()));
    object.set("provider", provider(report.provider()));
    addAll(object.putArray("differences"), report.differences());
    ObjectNode fields = object.putObject("fields");
    report
        .fields()
        .forEach(
            field ->
                fields
                    .putObject(field.name())
                    .put("ledger", field.ledger())
                    .put("provider", field.provider()));
    ArrayNode timeline = object.putArray("timeline");
    report.timeline().forEach(row -> timeline.add(row(row)));
    ObjectNode queues = object.putObject("queues");
    report
        .queues()
        .counts()
        .forEach(
            (queue, count) ->
                queues.put(queue.text(), count.isPresent() ? count.getAsInt() : null));
    return object;
  }

  private static @Nullable ObjectNode ledger(@Nullable Entry entry) {
    return switch (entry) {
      case null -> null;
      case LedgerRecord record -> ledger(record);
      case Tombstone erased ->
          JsonLines.object()
              .put("version", erased.version())
              .put("erasedAt", erased.revision().updatedAt().toString());
    };
  }

  private static ObjectNode ledger(LedgerRecord record) {
    TraceContext trace = record.lastChange().trace();
    ObjectNode object =
        JsonLines.object()
            .put("state", record.state().text())
            .put("confirmedAt", text(record.content().confirmedAt()))
            .put("version", record.version())
            .put("messageId", record.subject().text() + "/" + record.version())
            .put("updatedAt", record.revision().updatedAt().toString())
            .put("nextCheckAt", text(record.pendingChecks().nextCheckAt()))
            .put("failedLookups", record.pendingChecks().failedLookups())
            .put("traceId", trace == null ? null : trace.traceId());
    object.set("conflict", conflict(record.terminalStates().conflict()));
    addAll(object.putArray("unrecognized"), record.pendingChecks().unrecognized().terms());
    addAll(object.putArray("aliases"), record.fields().aliases());
    return object;
  }

  private static @Nullable ObjectNode conflict(@Nullable TerminalStateConflict conflict) {
    if (conflict == null) {
      return null;
    }
    ObjectNode object = JsonLines.object();
    addAll(
        object.putArray("terminalStates"),
        conflict.terminalStates().stream().map(State::text).toList());
    return object
        .put("providerState", text(conflict.providerState()))
        .put("resolvedState", text(conflict.resolvedState()))
        .put("openedAt", text(conflict.openedAt()))
        .put("version", conflict.version());
  }

  private static ObjectNode provider(ProviderAnswer answer) {
    ObjectNode object = JsonLines.object();
    return switch (answer) {
      case ProviderAnswer.Known known ->
          object
              .put("answer", "known")
              .put("state", known.state().text())
              .put("status", known.rawStatus())
              .put("updatedAt", text(known.updatedAt()));
      case ProviderAnswer.NotKnown _ -> object.put("answer", "not-known");
      case ProviderAnswer.NoUrl _ -> object.put("answer", "no-url");
      case ProviderAnswer.NoId _ -> object.put("answer", "no-id");
      case ProviderAnswer.Failed(var failure) ->
          object
              .put("answer", "failed")
              .put("cause", failure.cause().text())
              .put("description", failure.description());
    };
  }

  private static ObjectNode row(TimelineRow row) {
    TrustLevel trust = row.trust();
    return JsonLines.object()
        .put("receivedAt", row.receivedAt().toString())
        .put("occurredAt", text(row.occurredAt()))
        .put("state", row.state().text())
        .put("channel", row.channel().text())
        .put("trust", trust == null ? null : trust.text())
        .put("decision", row.decision())
        .put("version", row.version())
        .put("reported", row.reported())
        .put("confirmed", row.confirmed());
  }

  private static void addAll(ArrayNode array, Collection<String> texts) {
    texts.forEach(array::add);
  }

  private static @Nullable String text(@Nullable State state) {
    return state == null ? null : state.text();
  }

  private static @Nullable String text(@Nullable Instant at) {
    return at == null ? null : at.toString();
  }
}
