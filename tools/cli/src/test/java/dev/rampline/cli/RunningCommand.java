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

/** {@code ./rampline} in its own process. */
final class RunningCommand implements AutoCloseable {
  private static final Path HOME = Path.of("..", "..").toAbsolutePath().normalize();
  private static final Pattern URL = Pattern.compile("http://\\S+");

  private final Process process;
  private final List<String> lines = new ArrayList<>();

  private RunningCommand(Process process) {
    this.process = process;
  }

  /** Starts a command; returns when it is ready or has exited. */
  static RunningCommand start(String... arguments) throws IOException {
    return start(Map.of(), arguments);
  }

  /** Starts a command with additional environment variables; returns when it is ready. */
  static RunningCommand start(Map<String, String> variables, String... arguments)
      throws IOException {
    RunningCommand running = begin(variables, arguments);
    running.readUntilReady(running.process.inputReader());
    return running;
  }

  /** Starts a command with additional environment variables; returns at once. */
  static RunningCommand begin(Map<String, String> variables, String... arguments)
      throws IOException {
    markAsBuilt();
    List<String> command = new ArrayList<>(List.of(HOME.resolve("rampline").toString()));
    command.addAll(List.of(arguments));
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.environment().putAll(variables);
    return new RunningCommand(builder.start());
  }

  /** Maven has just built everything; the script must not build at the same time. */
  static void markAsBuilt() throws IOException {
    Files.writeString(HOME.resolve("tools/cli/target/rampline.stamp"), "");
  }

  private void readUntilReady(BufferedReader output) throws IOException {
    for (String line = output.readLine(); line != null; line = output.readLine()) {
      lines.add(line);
      if (line.startsWith("ready")) {
        Thread.startVirtualThread(() -> discard(output));
        return;
      }
    }
  }

  /** Unread output would fill the pipe and block the command. */
  private static void discard(BufferedReader output) {
    try {
      output.transferTo(Writer.nullWriter());
    } catch (IOException ended) {
      // Same as the end of the output.
    }
  }

  /** Returns the output so far. */
  String output() {
    return String.join("\n", lines);
  }

  /** Returns the URLs of the ready line, in order. */
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
      throw new IllegalStateException("The command did not exit in time");
    }
    return process.exitValue();
  }

  @Override
  public void close() {
    process.destroyForcibly();
  }
}
