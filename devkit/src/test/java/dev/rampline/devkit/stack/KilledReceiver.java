package dev.rampline.devkit.stack;

import java.io.BufferedReader;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/** A receiver in a process of its own, and its end by SIGKILL. */
final class KilledReceiver {
  private static final int FOR_EVER = Integer.MAX_VALUE;
  private static final int MOST_SENDS = 20;
  private static final int LONGEST_MILLIS = 300;

  private final DevKeys keys;
  private final Stores stores;
  private final RandomGenerator random;

  KilledReceiver(Stores stores, DevKeys keys, RandomGenerator random) {
    this.stores = stores;
    this.keys = keys;
    this.random = random;
  }

  /** Ends it where a record is written and its message not sent; the orders that it answered. */
  List<String> killedBetweenWriteAndSend(String prefix) throws IOException, InterruptedException {
    Process process = start(prefix, random.nextInt(MOST_SENDS));
    List<String> answered = new ArrayList<>();
    BufferedReader output = process.inputReader();
    for (String line = output.readLine(); !HaltingQueue.WRITTEN.equals(line); ) {
      addOrder(required(line), answered);
      line = output.readLine();
    }
    kill(process);
    return answered;
  }

  /** Ends it somewhere, once it has begun; the orders that it answered. */
  List<String> killedAtAnyMoment(String prefix) throws IOException, InterruptedException {
    Process process = start(prefix, FOR_EVER);
    BufferedReader output = process.inputReader();
    List<String> answered = new ArrayList<>();
    addOrder(required(output.readLine()), answered);
    process.waitFor(Duration.ofMillis(random.nextInt(LONGEST_MILLIS)));
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
            DoomedReceiver.class.getName(),
            keys.accessTokens().getFirst(),
            prefix,
            Integer.toString(sends));
    builder.environment().putAll(FunctionEnvironment.of(Map.of(), stores, keys));
    return builder.redirectError(ProcessBuilder.Redirect.DISCARD).start();
  }

  /**
   * With SIGKILL; unlike its handle, a process would close what it has said and nobody has read.
   */
  private static void kill(Process process) throws InterruptedException {
    process.toHandle().destroyForcibly();
    process.waitFor();
  }

  /** The last line may have been cut off. */
  private static void addOrder(String line, List<String> answered) {
    if (line.endsWith(DoomedReceiver.ANSWERED)) {
      answered.add(line.substring(0, line.length() - DoomedReceiver.ANSWERED.length()));
    }
  }

  private static String required(@Nullable String line) throws IOException {
    if (line == null) {
      throw new IOException("It has ended by itself");
    }
    return line;
  }
}
