package dev.rampline.cli;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What the fuzzer says: kept in a file, and the newest of it at hand. Thread-safe. */
final class FuzzLog {
  private static final Pattern STATE =
      Pattern.compile("#(\\d+)\\s+\\w+\\s+cov: (\\d+) .*corp: (\\d+)/.*exec/s: (\\d+).*");

  private final Path file;
  private final StringBuilder trace = new StringBuilder();
  private boolean tracing;
  private String state = "beginning";
  private Thread follower = new Thread();

  FuzzLog(Path file) {
    this.file = file;
  }

  /** Reads on until the process says no more. */
  void follow(Process process) {
    follower = Thread.ofVirtual().start(() -> copy(process));
  }

  synchronized String state() {
    return state;
  }

  /** What was thrown. */
  String trace() {
    try {
      follower.join();
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
    synchronized (this) {
      return trace.toString();
    }
  }

  private void copy(Process process) {
    try (BufferedReader said = process.inputReader();
        PrintWriter written = new PrintWriter(Files.newBufferedWriter(file), true)) {
      said.lines().forEach(line -> take(line, written));
    } catch (IOException unwritable) {
      throw new UncheckedIOException(unwritable);
    }
  }

  private synchronized void take(String line, PrintWriter written) {
    written.println(line);
    Matcher told = STATE.matcher(line);
    if (told.matches()) {
      state =
          String.format(
              Locale.ROOT,
              "%,d inputs, %,d a second; %,d branches, %,d inputs kept",
              Long.parseLong(told.group(1)),
              Long.parseLong(told.group(4)),
              Long.parseLong(told.group(2)),
              Long.parseLong(told.group(3)));
    }
    tracing = (tracing || line.startsWith("== Java Exception")) && !line.startsWith("DEDUP_TOKEN");
    if (tracing) {
      trace.append(line).append('\n');
    }
  }
}
