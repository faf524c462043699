package dev.rampline.inspector.stack;

import dev.rampline.inspector.stack.SourceProblems.Part;
import dev.rampline.time.JitteredBackoff;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Function;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.cloudwatchlogs.CloudWatchLogsClient;

/** Follows the log groups of the functions. Closing it stops its thread. */
final class FunctionLogs implements AutoCloseable {
  private static final Duration INTERVAL = Duration.ofSeconds(10);
  private static final Duration LONGEST_PAUSE = Duration.ofMinutes(5);
  private static final String TOO_MANY =
      "Entries arrive faster than they can be read, and some are skipped.";

  private final CloudWatchLogsClient client;
  private final List<LogGroupReader> groups;
  private final Consumer<String> consumer;
  private final SourceProblems problems;
  private final Function<RuntimeException, String> explain;
  private final ScheduledExecutorService clock =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().daemon().name("function-logs").factory());
  private int failures;

  /**
   * @param client the client; closed with this object
   * @param from the time of the first entry to read
   * @param consumer gets the text of each entry
   * @param explain explains a failure in a sentence
   */
  FunctionLogs(
      CloudWatchLogsClient client,
      List<String> groups,
      Instant from,
      Consumer<String> consumer,
      SourceProblems problems,
      Function<RuntimeException, String> explain) {
    this.client = client;
    this.groups = groups.stream().map(name -> new LogGroupReader(client, name, from)).toList();
    this.consumer = consumer;
    this.problems = problems;
    this.explain = explain;
  }

  void start() {
    clock.execute(this::run);
  }

  private void run() {
    boolean isComplete = true;
    try {
      for (LogGroupReader group : groups) {
        isComplete &= group.readNew(consumer, Instant.now());
      }
      failures = 0;
      if (isComplete) {
        problems.end(Part.LOG_ENTRIES);
      } else {
        problems.begin(Part.LOG_ENTRIES, TOO_MANY);
      }
    } catch (SdkException failure) {
      failures++;
      problems.begin(Part.LOG_ENTRIES, explain.apply(failure));
    }
    Duration pause = JitteredBackoff.doubled(INTERVAL, LONGEST_PAUSE, failures);
    if (!clock.isShutdown()) {
      var _ = clock.schedule(this::run, pause.toMillis(), TimeUnit.MILLISECONDS);
    }
  }

  @Override
  public void close() {
    clock.shutdownNow();
    client.close();
  }
}
