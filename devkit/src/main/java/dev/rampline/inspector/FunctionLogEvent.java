package dev.rampline.inspector;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Something that came in, and what became of it, as a function's line tells it.
 *
 * @param json as the page gets it
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

  /** Decisions that the stream of the ledger tells of too, and better. */
  private static final Set<String> LEDGER_DECISIONS =
      Set.of("state-changed", "fields-updated", "conflict", "unrecognized", "unverified");

  /** What a line tells of, if it is of one word and not of a whole run. */
  static Optional<FunctionLogEvent> of(JsonNode line) {
    String decision = decision(line);
    if (decision == null) {
      return Optional.empty();
    }
    ObjectNode told = JsonNodes.object().put("at", instant(line).toString());
    TEXTS.forEach(name -> told.put(name, text(line, name)));
    NUMBERS.forEach(name -> told.put(name, number(line, name)));
    told.put("decision", decision);
    told.put("latencyMillis", number(line, "latency"));
    return Optional.of(new FunctionLogEvent(told));
  }

  private static @Nullable String decision(JsonNode line) {
    if (line.has("decision")) {
      return line.path("decision").asText();
    }
    if (line.has("status") && line.has("reason")) {
      return "rejected";
    }
    return line.has("subject") && line.has("fault") ? "failed" : null;
  }

  private static @Nullable String text(JsonNode line, String name) {
    return line.path(name).asText(null);
  }

  private static @Nullable Long number(JsonNode line, String name) {
    return line.has(name) ? Long.valueOf(line.path(name).asLong()) : null;
  }

  private static Instant instant(JsonNode line) {
    return Instant.ofEpochMilli(line.at("/_aws/Timestamp").asLong());
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

  /** The version that it made, where it made one. */
  Optional<Long> createdVersion() {
    return isLedgerChange() && json.path("version").isNumber()
        ? Optional.of(json.path("version").asLong())
        : Optional.empty();
  }

  /** How the message of the version went out. */
  String delivery() {
    return json.path("delivery").asText("none");
  }

  /** Whether the change that it made says all that it says. */
  boolean isLedgerChange() {
    return LEDGER_DECISIONS.contains(decision());
  }
}
