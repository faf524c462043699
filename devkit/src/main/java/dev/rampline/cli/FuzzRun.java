package dev.rampline.cli;

import dev.rampline.fuzzing.FuzzTargetType;
import dev.rampline.fuzzing.JazzerEntry;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * Jazzer in a process of its own, which ends with this one. It writes into a folder of the target
 * alone: what it has learned, what it has found, and its log.
 */
final class FuzzRun implements AutoCloseable {
  private static final int TIMEOUT_SECONDS = 5;

  private final Process process;
  private final FuzzFolder folder;
  private final FuzzLog log;
  private final Set<Path> before;
  private final Thread end = new Thread(this::interrupt);

  private FuzzRun(Process process, FuzzFolder folder) {
    this.process = process;
    this.folder = folder;
    this.log = new FuzzLog(folder.log());
    this.before = folder.findings();
    Runtime.getRuntime().addShutdownHook(end);
    log.follow(process);
  }

  static FuzzRun start(FuzzTargetType target, Duration length) throws IOException {
    FuzzFolder folder = FuzzFolder.create(target);
    List<String> command =
        Stream.of(virtualMachine(folder), fuzzer(target, folder, length))
            .flatMap(List::stream)
            .toList();
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.directory(folder.scratch().toFile());
    return new FuzzRun(builder.start(), folder);
  }

  private static List<String> virtualMachine(FuzzFolder folder) {
    return List.of(
        ProcessHandle.current().info().command().orElse("java"),
        "-XX:+UseSerialGC",
        "-Xmx1g",
        "-XX:+EnableDynamicAgentLoading",
        "--enable-native-access=ALL-UNNAMED",
        "--sun-misc-unsafe-memory-access=allow",
        "-Djava.io.tmpdir=" + folder.scratch(),
        "-cp",
        System.getProperty("java.class.path"));
  }

  private static List<String> fuzzer(FuzzTargetType target, FuzzFolder folder, Duration length) {
    return List.of(
        "com.code_intelligence.jazzer.Jazzer",
        "--target_class=" + JazzerEntry.class.getName(),
        "--target_args=" + target.text(),
        "--instrumentation_includes=dev.rampline.**",
        // It would call every connection to our own loopback server a forgery.
        "--disabled_hooks=com.code_intelligence.jazzer.sanitizers.ServerSideRequestForgery",
        "--reproducer_path=" + folder.scratch(),
        "-artifact_prefix=" + folder.findingsFolder() + "/",
        "-max_total_time=" + length.toSeconds(),
        "-timeout=60",
        "-report_slow_units=60",
        "-rss_limit_mb=0",
        "-use_value_profile=1",
        "-print_final_stats=1",
        folder.corpus().toString(),
        folder.committed().toString());
  }

  /** What it is at. */
  String state() {
    return log.state();
  }

  /** What it has done. */
  String summary() {
    return log.state() + ".";
  }

  /** What it says of the finding. */
  String trace() {
    return log.trace();
  }

  /** Waits for its end; false: it goes on. */
  boolean awaitExit(Duration longest) {
    try {
      return process.waitFor(longest.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      return true;
    }
  }

  /**
   * The file that holds the input which broke a property.
   *
   * @throws CommandFailure if it ended without one, and not as it should
   */
  Optional<Path> finding() {
    Set<Path> found = found();
    if (found.isEmpty() && process.exitValue() != 0) {
      throw new CommandFailure("The fuzzer has failed; " + folder.log() + " tells why.");
    }
    return found.stream().findFirst();
  }

  private Set<Path> found() {
    Set<Path> found = new HashSet<>(folder.findings());
    found.removeAll(before);
    return found;
  }

  @Override
  public void close() {
    Runtime.getRuntime().removeShutdownHook(end);
    end();
  }

  /** What is being tried when the fuzzer is told to stop, it saves as if that had been found. */
  private void interrupt() {
    end();
    if (log.trace().isEmpty()) {
      found().forEach(file -> file.toFile().delete());
    }
  }

  private void end() {
    // By its handle: the process itself would close what the log is read from.
    process.toHandle().destroyForcibly();
    awaitExit(Duration.ofSeconds(TIMEOUT_SECONDS));
    folder.clear();
  }
}
