package dev.rampline.adapter.telemetry;

import java.io.PrintStream;

/** Writes log entries. Thread-safe. */
@FunctionalInterface
public interface EventLog {
  /** Writes one entry. Never throws. */
  void write(LogEntry entry);

  /** Returns a log that writes each entry as JSON in one call, so that entries do not mix. */
  static EventLog of(PrintStream stream) {
    return entry -> stream.print(entry.json() + "\n");
  }
}
