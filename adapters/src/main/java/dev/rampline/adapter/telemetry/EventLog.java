package dev.rampline.adapter.telemetry;

import dev.rampline.adapter.configuration.InstallationName;
import java.io.PrintStream;

/** Writes log entries. Thread-safe. */
@FunctionalInterface
public interface EventLog {
  /** Writes one entry. Never throws. */
  void write(LogEntry entry);

  /** Returns a log that writes each entry as JSON in one call, so that entries do not mix. */
  static EventLog of(PrintStream stream) {
    return of(stream, InstallationName.DEFAULT);
  }

  /**
   * Returns such a log of an installation.
   *
   * @param namespace the namespace of the metrics, which is the installation's name
   */
  static EventLog of(PrintStream stream, String namespace) {
    return entry -> stream.print(entry.json(namespace) + "\n");
  }
}
