package dev.rampline.cli.start;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.rampline.adapter.telemetry.EventLog;
import dev.rampline.adapter.telemetry.LogEntry;
import java.io.PrintWriter;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Prints the functions' log entries as text: the result of each webhook, what the provider's API
 * changed and how many states it confirmed, and relay failures. It omits relay entries without a
 * fault, because the relay sends every message again and the queue drops the duplicate.
 */
record TerminalEventLog(PrintWriter out) implements EventLog {
  private static final JsonMapper MAPPER = new JsonMapper();
  private static final String CONFIRMED = "confirmed";
  private static final List<String> SHOWN =
      List.of("status", "decision", "subject", "version", "delivery", "reason", "fault", "warning");

  @Override
  public void write(LogEntry entry) {
    try {
      JsonNode fields = MAPPER.readTree(entry.json());
      String shown =
          Stream.concat(
                  SHOWN.stream()
                      .filter(fields::has)
                      .map(name -> shown(name, fields.path(name).asText())),
                  confirmed(fields))
              .collect(Collectors.joining("  "));
      if (!shown.isEmpty()) {
        print(fields.path("function").asText(), shown);
      }
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException("A log entry is JSON", impossible);
    }
  }

  /** A confirmation has no entry of its own. */
  private static Stream<String> confirmed(JsonNode fields) {
    int count = fields.path(CONFIRMED).asInt();
    return count == 0 ? Stream.empty() : Stream.of(CONFIRMED + " " + count);
  }

  private void print(String function, String shown) {
    LocalTime now = LocalTime.now(ZoneId.systemDefault()).truncatedTo(ChronoUnit.MILLIS);
    out.printf("%-12s  %-7s  %s%n", now, function, shown);
    out.flush();
  }

  private static String shown(String name, String value) {
    return name.equals("version") ? "v" + value : value;
  }
}
