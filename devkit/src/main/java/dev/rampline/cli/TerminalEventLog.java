package dev.rampline.cli;

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
 * Shows the functions' lines to people: what came of each webhook, and what the relay failed on.
 * Relay lines without a fault are left out: the relay sends every message once more, and the queue
 * drops it.
 */
record TerminalEventLog(PrintWriter out) implements EventLog {
  private static final JsonMapper MAPPER = new JsonMapper();
  private static final List<String> SHOWN =
      List.of("status", "decision", "subject", "version", "delivery", "reason", "fault", "warning");

  @Override
  public void write(LogEntry line) {
    try {
      JsonNode told = MAPPER.readTree(line.json());
      String shown =
          SHOWN.stream()
              .filter(told::has)
              .map(name -> shown(name, told.path(name).asText()))
              .collect(Collectors.joining("  "));
      if (!shown.isEmpty()) {
        print(told.path("function").asText(), shown);
      }
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException("A line is JSON", impossible);
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
