package dev.rampline.cli;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** {@code ./rampline} in a process of its own, followed until it says that it is ready. */
final class RunningCommand implements AutoCloseable {
  private static final Path HOME = Path.of("..", "..").toAbsolutePath().normalize();
  private static final Pattern URL = Pattern.compile("http://\\S+");

  private final Process process;
  private final List<String> lines = new ArrayList<>();

  private RunningCommand(Process process) {
    this.process = process;
  }

  /** Starts it, and returns once it is ready or has ended. */
  static RunningCommand start(String... arguments) throws IOException {
    RunningCommand running = begin(Map.of(), arguments);
    running.readUntilReady(running.process.inputReader());
    return running;
  }

  /** Starts it with more environment variables, and returns at once. */
  static RunningCommand begin(Map<String, String> variables, String... arguments)
      throws IOException {
    markAsBuilt();
    List<String> command = new ArrayList<>(List.of(HOME.resolve("rampline").toString()));
    command.addAll(List.of(arguments));
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.environment().putAll(variables);
    return new RunningCommand(builder.start());
  }

  /** Maven has just built what the script would build, which must not happen twice at a time. */
  static void markAsBuilt() throws IOException {
    Files.writeString(HOME.resolve("tools/cli/target/rampline.stamp"), "");
  }

  private void readUntilReady(BufferedReader output) throws IOException {
    for (String line = output.readLine(); line != null; line = output.readLine()) {
      lines.add(line);
      if (line.startsWith("ready")) {
        Thread.startVirtualThread(() -> passOver(output));
        return;
      }
    }
  }

  /** What nobody read would fill the pipe, and hold the command up. */
  private static void passOver(BufferedReader output) {
    try {
      output.transferTo(Writer.nullWriter());
    } catch (IOException ended) {
      // As good as its end.
    }
  }

  /** Everything printed so far. */
  String output() {
    return String.join("\n", lines);
  }

  /** The URLs of the line that says that it is ready, in their order. */
  List<String> urls() {
    return URL.matcher(lines.getLast()).results().map(MatchResult::group).toList();
  }

  /** Sends SIGTERM; returns the exit code. */
  int terminate() throws InterruptedException {
    process.destroy();
    return awaitExit();
  }

  int awaitExit() throws InterruptedException {
    if (!process.waitFor(30, TimeUnit.SECONDS)) {
      throw new IllegalStateException("It does not end");
    }
    return process.exitValue();
  }

  @Override
  public void close() {
    process.destroyForcibly();
  }
}
