package dev.rampline.adapter.telemetry;

import java.io.PrintStream;

/** Where lines go. Thread-safe. */
@FunctionalInterface
public interface EventLog {
  /** Keeps one line. Never throws. */
  void write(LogEntry line);

  /** Writes each line as JSON, in one call, so that lines do not mix. */
  static EventLog of(PrintStream stream) {
    return line -> stream.print(line.json() + "\n");
  }
}
