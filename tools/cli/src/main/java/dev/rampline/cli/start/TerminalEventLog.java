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

/**
 * Prints the functions' log entries as text: the result of each webhook, and relay failures. It
 * omits relay entries without a fault, because the relay sends every message again and the queue
 * drops the duplicate.
 */
record TerminalEventLog(PrintWriter out) implements EventLog {
  private static final JsonMapper MAPPER = new JsonMapper();
  private static final List<String> SHOWN =
      List.of("status", "decision", "subject", "version", "delivery", "reason", "fault", "warning");

  @Override
  public void write(LogEntry entry) {
    try {
      JsonNode fields = MAPPER.readTree(entry.json());
      String shown =
          SHOWN.stream()
              .filter(fields::has)
              .map(name -> shown(name, fields.path(name).asText()))
              .collect(Collectors.joining("  "));
      if (!shown.isEmpty()) {
        print(fields.path("function").asText(), shown);
      }
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException("A log entry is JSON", impossible);
    }
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
