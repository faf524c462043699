package dev.rampline.devstack;

import java.io.BufferedReader;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/** A receiver in its own process, which the test kills with SIGKILL. */
final class CrashedReceiver {
  private static final int UNLIMITED = Integer.MAX_VALUE;
  private static final int MAX_SENDS = 20;
  private static final int MAX_RUNTIME_MILLIS = 300;

  private final DevKeys keys;
  private final LocalStores stores;
  private final RandomGenerator random;

  CrashedReceiver(LocalStores stores, DevKeys keys, RandomGenerator random) {
    this.stores = stores;
    this.keys = keys;
    this.random = random;
  }

  /** Kills it between a record's write and its send; returns the orders that it answered. */
  List<String> killBetweenWriteAndSend(String prefix) throws IOException, InterruptedException {
    Process process = start(prefix, random.nextInt(MAX_SENDS));
    List<String> answered = new ArrayList<>();
    BufferedReader output = process.inputReader();
    for (String line = output.readLine(); !BlockingSqsClient.BLOCKED.equals(line); ) {
      addOrder(requireLine(line), answered);
      line = output.readLine();
    }
    kill(process);
    return answered;
  }

  /** Kills it at any point after its start; returns the orders that it answered. */
  List<String> killAtRandomMoment(String prefix) throws IOException, InterruptedException {
    Process process = start(prefix, UNLIMITED);
    BufferedReader output = process.inputReader();
    List<String> answered = new ArrayList<>();
    addOrder(requireLine(output.readLine()), answered);
    process.waitFor(Duration.ofMillis(random.nextInt(MAX_RUNTIME_MILLIS)));
    kill(process);
    output.lines().forEach(line -> addOrder(line, answered));
    return answered;
  }

  private Process start(String prefix, int sends) throws IOException {
    ProcessBuilder builder =
        new ProcessBuilder(
            ProcessHandle.current().info().command().orElse("java"),
            "-XX:+UseSerialGC",
            "-XX:TieredStopAtLevel=1",
            "-cp",
            System.getProperty("java.class.path"),
            CrashingReceiverMain.class.getName(),
            keys.accessTokens().getFirst(),
            prefix,
            Integer.toString(sends));
    builder.environment().putAll(FunctionEnvironment.of(Map.of(), stores, keys));
    return builder.redirectError(ProcessBuilder.Redirect.DISCARD).start();
  }

  /**
   * Sends SIGKILL through the handle, because {@code Process.destroy} would close the unread
   * output.
   */
  private static void kill(Process process) throws InterruptedException {
    process.toHandle().destroyForcibly();
    process.waitFor();
  }

  /** The last line may be truncated. */
  private static void addOrder(String line, List<String> answered) {
    if (line.endsWith(CrashingReceiverMain.ANSWERED)) {
      answered.add(line.substring(0, line.length() - CrashingReceiverMain.ANSWERED.length()));
    }
  }

  private static String requireLine(@Nullable String line) throws IOException {
    if (line == null) {
      throw new IOException("The receiver exited by itself");
    }
    return line;
  }
}
