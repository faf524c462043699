package dev.rampline.inspector;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * An event and its decision, as a function's log entry reports it.
 *
 * @param json the event as the page gets it
 */
record FunctionLogEvent(ObjectNode json) {
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

  /** Decisions that the ledger's stream also reports, in more detail. */
  private static final Set<String> LEDGER_DECISIONS =
      Set.of("state-changed", "fields-updated", "conflict", "unrecognized", "unverified");

  /** Reads a log entry; empty if the entry is about a run and not about one event. */
  static Optional<FunctionLogEvent> of(JsonNode entry) {
    String decision = decision(entry);
    if (decision == null) {
      return Optional.empty();
    }
    ObjectNode json = JsonNodes.object().put("at", instant(entry).toString());
    TEXTS.forEach(name -> json.put(name, text(entry, name)));
    NUMBERS.forEach(name -> json.put(name, number(entry, name)));
    json.put("decision", decision);
    json.put("latencyMillis", number(entry, "latency"));
    return Optional.of(new FunctionLogEvent(json));
  }

  private static @Nullable String decision(JsonNode entry) {
    if (entry.has("decision")) {
      return entry.path("decision").asText();
    }
    if (entry.has("status") && entry.has("reason")) {
      return "rejected";
    }
    return entry.has("subject") && entry.has("fault") ? "failed" : null;
  }

  private static @Nullable String text(JsonNode entry, String name) {
    return entry.path(name).asText(null);
  }

  private static @Nullable Long number(JsonNode entry, String name) {
    return entry.has(name) ? Long.valueOf(entry.path(name).asLong()) : null;
  }

  private static Instant instant(JsonNode entry) {
    return Instant.ofEpochMilli(entry.at("/_aws/Timestamp").asLong());
  }

  Instant at() {
    return Instant.parse(json.path("at").asText());
  }

  Optional<String> subject() {
    return Optional.ofNullable(json.path("subject").asText(null));
  }

  String decision() {
    return json.path("decision").asText();
  }

  @Nullable String traceId() {
    return json.path("traceId").asText(null);
  }

  /** Returns the version that the event created, if any. */
  Optional<Long> createdVersion() {
    return isLedgerChange() && json.path("version").isNumber()
        ? Optional.of(json.path("version").asLong())
        : Optional.empty();
  }

  /** Returns how the version's message was sent. */
  String delivery() {
    return json.path("delivery").asText("none");
  }

  /** Whether the ledger's stream reports the event too. */
  boolean isLedgerChange() {
    return LEDGER_DECISIONS.contains(decision());
  }
}
