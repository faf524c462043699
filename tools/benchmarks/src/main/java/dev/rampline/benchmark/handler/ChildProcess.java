package dev.rampline.benchmark.handler;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** A Java process with this process's class path. It ends when this process ends. */
final class ChildProcess implements AutoCloseable {
  private static final int TIMEOUT_SECONDS = 5;

  private final String name;
  private final Process process;

  private ChildProcess(String name, Process process) {
    this.name = name;
    this.process = process;
  }

  /** Starts a class that prints a line once it is ready. */
  static ChildProcess server(Class<?> main, String... arguments) throws IOException {
    return start(Redirect.PIPE, List.of(), Map.of(), main, arguments);
  }

  /** Starts a class with options and environment variables; it prints a line once it is ready. */
  static ChildProcess server(List<String> options, Map<String, String> environment, Class<?> main)
      throws IOException {
    return start(Redirect.PIPE, options, environment, main);
  }

  /** Starts a class whose output is discarded, except for its errors. */
  static ChildProcess task(
      List<String> options, Map<String, String> environment, Class<?> main, String... arguments)
      throws IOException {
    return start(Redirect.DISCARD, options, environment, main, arguments);
  }

  private static ChildProcess start(
      Redirect output,
      List<String> options,
      Map<String, String> environment,
      Class<?> main,
      String... arguments)
      throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(
        List.of("--enable-native-access=ALL-UNNAMED", "--sun-misc-unsafe-memory-access=allow"));
    command.addAll(options);
    command.addAll(List.of("-cp", System.getProperty("java.class.path"), main.getName()));
    command.addAll(List.of(arguments));
    ProcessBuilder builder =
        new ProcessBuilder(command).redirectOutput(output).redirectError(Redirect.INHERIT);
    builder
        .environment()
        .keySet()
        .removeIf(variable -> variable.startsWith("AWS_") || variable.startsWith("RAMPLINE_"));
    builder.environment().putAll(environment);
    return new ChildProcess(main.getSimpleName(), builder.start());
  }

  /** In the child: exits when the parent process has ended, which closes the standard input. */
  static void exitWithParent() {
    Thread.ofPlatform()
        .daemon()
        .start(
            () -> {
              awaitParentExit();
              Runtime.getRuntime().halt(1);
            });
  }

  /** In the child: waits until the parent process has ended or has closed this one. */
  static void awaitParentExit() {
    try {
      System.in.transferTo(OutputStream.nullOutputStream());
    } catch (IOException closed) {
      // Same as the end.
    }
  }

  /** Returns the line that a server prints. */
  String readLine() throws IOException {
    BufferedReader output = process.inputReader();
    String line = output.readLine();
    if (line == null) {
      throw new IOException(name + " did not start");
    }
    return line;
  }

  /** Returns the CPU time of the process, which the system counts in steps of 10 milliseconds. */
  Duration cpu() {
    return process.info().totalCpuDuration().orElseThrow();
  }

  /** Waits for the end of a task. */
  void awaitSuccess() throws IOException, InterruptedException {
    int code = process.waitFor();
    if (code != 0) {
      throw new IOException("%s has failed with %d".formatted(name, code));
    }
  }

  @Override
  public void close() {
    process.destroy();
    try {
      if (!process.waitFor(TIMEOUT_SECONDS, TimeUnit.SECONDS)) {
        process.destroyForcibly();
      }
    } catch (InterruptedException interrupted) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
  }
}
