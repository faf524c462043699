package dev.rampline.inspector;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.rampline.event.State;
import dev.rampline.event.TraceContext;
import dev.rampline.ledger.LastChange;
import dev.rampline.ledger.LedgerRecord;
import dev.rampline.ledger.TerminalStateConflict;
import dev.rampline.lifecycle.DecisionName;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * An event and the decision on it: from the ledger's stream if it made a new version, else from the
 * log entry of a function.
 *
 * @param json the event as the page and {@code listen} get it
 */
record InspectorEvent(ObjectNode json) {
  private static final List<String> TEXTS =
      List.of(
          "function",
          "channel",
          "subject",
          "state",
          "decision",
          "delivery",
          "reason",
          "fault",
          "traceId");
  private static final List<String> NUMBERS = List.of("version", "status");

  /** Decisions that make a new version. */
  private static final Set<String> LEDGER_DECISIONS =
      Set.of(
          DecisionName.STATE_CHANGED.text(),
          DecisionName.FIELDS_UPDATED.text(),
          DecisionName.CONFLICT.text(),
          DecisionName.UNRECOGNIZED.text(),
          DecisionName.UNVERIFIED.text());

  /** Reads a log entry; empty if the entry is about a run and not about one event. */
  static Optional<InspectorEvent> of(JsonNode entry) {
    String decision = decision(entry);
    if (decision == null) {
      return Optional.empty();
    }
    ObjectNode json = JsonNodes.object().put("at", instant(entry).toString());
    TEXTS.forEach(name -> json.put(name, entry.path(name).asText(null)));
    NUMBERS.forEach(name -> json.put(name, number(entry, name)));
    json.put("decision", decision);
    json.put("latencyMillis", number(entry, "latency"));
    return Optional.of(new InspectorEvent(json.putNull("conflict")));
  }

  /** Returns the event behind the current version of a record. */
  static InspectorEvent of(LedgerRecord record) {
    LastChange last = record.lastChange();
    TraceContext trace = last.trace();
    ObjectNode json =
        JsonNodes.object()
            .put("at", record.revision().updatedAt().toString())
            .put("channel", last.metadata().channel().text())
            .put("subject", record.subject().text())
            .put("state", reportedState(record).text())
            .put("decision", last.decision())
            .put("traceId", trace == null ? null : trace.traceId())
            .put("version", record.version());
    boolean isConflict = DecisionName.CONFLICT.text().equals(last.decision());
    json.set("conflict", isConflict ? conflict(record.terminalStates().conflict()) : null);
    return new InspectorEvent(json);
  }

  /** Returns the state that the event reported, which is not always the record's. */
  private static State reportedState(LedgerRecord record) {
    TerminalStateConflict conflict = record.terminalStates().conflict();
    String decision = record.lastChange().decision();
    if (DecisionName.UNVERIFIED.text().equals(decision)
        && !record.pendingChecks().unverifiedEvents().isEmpty()) {
      return record.pendingChecks().unverifiedEvents().getLast().state();
    }
    if (DecisionName.CONFLICT.text().equals(decision) && conflict != null && conflict.isOpen()) {
      State reported = conflict.providerState();
      return reported == null ? conflict.terminalStates().getLast() : reported;
    }
    return record.state();
  }

  /** Converts a conflict; null if there is none. */
  static @Nullable ObjectNode conflict(@Nullable TerminalStateConflict conflict) {
    if (conflict == null) {
      return null;
    }
    ObjectNode json = JsonNodes.object().put("open", conflict.isOpen());
    json.set(
        "states", JsonNodes.texts(conflict.terminalStates().stream().map(State::text).toList()));
    return json.put("provider", text(conflict.providerState()))
        .put("resolved", text(conflict.resolvedState()));
  }

  private static @Nullable String text(@Nullable State state) {
    return state == null ? null : state.text();
  }

  private static @Nullable String decision(JsonNode entry) {
    if (entry.has("decision")) {
      return entry.path("decision").asText();
    }
    if (entry.has("status") && entry.has("reason")) {
      return DecisionName.REJECTED.text();
    }
    return entry.has("subject") && entry.has("fault") ? DecisionName.FAILED.text() : null;
  }

  private static @Nullable Long number(JsonNode entry, String name) {
    return entry.has(name) ? Long.valueOf(entry.path(name).asLong()) : null;
  }

  /** Returns the time of a log entry. */
  static Instant instant(JsonNode entry) {
    return Instant.ofEpochMilli(entry.at("/_aws/Timestamp").asLong());
  }

  /** Returns the same event with the text of the subject, which a log entry names by its log id. */
  InspectorEvent withSubject(String subject) {
    return new InspectorEvent(json.deepCopy().put("subject", subject));
  }

  Instant at() {
    return Instant.parse(json.path("at").asText());
  }

  /** Returns the subject's log id in an event of a log entry, else its text. */
  Optional<String> subject() {
    return Optional.ofNullable(json.path("subject").asText(null));
  }

  String channel() {
    return json.path("channel").asText();
  }

  String decision() {
    return json.path("decision").asText();
  }

  /** Returns the decision; the settlement of a conflict counts as another one. */
  String countedDecision() {
    return json.path("conflict").path("open").asBoolean(true)
        ? decision()
        : decision() + "-resolved";
  }

  @Nullable String traceId() {
    return json.path("traceId").asText(null);
  }

  long version() {
    return json.path("version").asLong();
  }

  /** Returns how the version's message was sent. */
  String delivery() {
    return json.path("delivery").asText("none");
  }

  /** Whether the event made a new version, which the ledger's stream reports in more detail. */
  boolean isLedgerChange() {
    return LEDGER_DECISIONS.contains(decision());
  }
}
