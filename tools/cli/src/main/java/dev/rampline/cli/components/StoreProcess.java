package dev.rampline.cli.components;

import dev.rampline.cli.terminal.CommandFailure;
import java.io.BufferedReader;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/**
 * A store in a separate process. It exits when this process exits, because it waits for the end of
 * its standard input. It keeps running while this process or the other store is paused.
 */
final class StoreProcess implements AutoCloseable {
  private static final int TIMEOUT_SECONDS = 3;
  private static final int INTERRUPTED = 130;

  private final StoreCommand.Store store;
  private final Process process;

  private StoreProcess(StoreCommand.Store store, Process process) {
    this.store = store;
    this.process = process;
  }

  /** Starts the process; {@link #awaitListening()} waits until the store accepts connections. */
  static StoreProcess start(StoreCommand.Store store, String host, int port) throws IOException {
    List<String> command = new ArrayList<>();
    command.add(ProcessHandle.current().info().command().orElse("java"));
    command.addAll(ManagementFactory.getRuntimeMXBean().getInputArguments());
    command.addAll(List.of("-cp", System.getProperty("java.class.path")));
    command.addAll(List.of("dev.rampline.cli.Rampline", "store", name(store)));
    command.addAll(List.of("--host", host, "--port", Integer.toString(port)));
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
    return new StoreProcess(store, builder.start());
  }

  /**
   * Waits until the store listens.
   *
   * @throws CommandFailure with the output of the store, if it does not start
   */
  void awaitListening() throws IOException {
    BufferedReader output = process.inputReader();
    String line = output.readLine();
    if (line == null || !line.startsWith(StoreCommand.LISTENING)) {
      throw new CommandFailure(line == null ? this + " did not start." : line);
    }
    Thread.ofVirtual().start(() -> output.lines().forEach(System.err::println));
  }

  long pid() {
    return process.pid();
  }

  /** Completes when the process has ended. */
  CompletableFuture<StoreProcess> ended() {
    return process.onExit().thenApply(exited -> this);
  }

  /** Whether Ctrl-C stopped the process. */
  boolean wasInterrupted() {
    return process.exitValue() == INTERRUPTED;
  }

  /**
   * Stops the process. Its last lines are still printed, which {@link Process#destroy} prevents.
   */
  @Override
  public void close() {
    ProcessHandle handle = process.toHandle();
    handle.destroy();
    try {
      if (!process.waitFor(TIMEOUT_SECONDS, TimeUnit.SECONDS)) {
        handle.destroyForcibly();
      }
    } catch (InterruptedException interrupted) {
      handle.destroyForcibly();
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public String toString() {
    return name(store);
  }

  private static String name(StoreCommand.Store store) {
    return store.name().toLowerCase(Locale.ROOT);
  }
}
