package dev.rampline.adapter.telemetry;

import java.io.PrintStream;

/** Where lines go. Thread-safe. */
@FunctionalInterface
public interface Journal {
  /** Keeps one line. Never throws. */
  void write(Line line);

  /** Writes each line as JSON, in one call, so that lines do not mix. */
  static Journal on(PrintStream stream) {
    return line -> stream.print(line.json() + "\n");
  }
}
