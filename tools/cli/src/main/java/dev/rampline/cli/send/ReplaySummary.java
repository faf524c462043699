package dev.rampline.cli.send;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.rampline.cli.terminal.FailureText;
import dev.rampline.cli.terminal.JsonLines;
import dev.rampline.replay.ReplayOutcome;
import java.io.PrintWriter;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Counts the responses to captured requests. Thread-safe. */
final class ReplaySummary {
  private static final int MAX_NAMES = 3;

  private final URI target;
  private final int files;
  private final Instant startedAt = Instant.now();
  private final Map<String, Integer> counts = new TreeMap<>();
  private final List<String> failures = new ArrayList<>();
  private int sent;

  ReplaySummary(URI target, int files) {
    this.target = target;
    this.files = files;
  }

  synchronized void count(Path file, ReplayOutcome outcome) {
    sent++;
    counts.merge(outcome.name(), 1, Integer::sum);
    String name = String.valueOf(file.getFileName());
    switch (outcome) {
      case ReplayOutcome.Answered answered when answered.isSuccess() -> {}
      case ReplayOutcome.Answered(int status) -> failures.add(name + ": " + status);
      case ReplayOutcome.Failed(Exception cause) ->
          failures.add(name + ": " + FailureText.of(cause));
    }
  }

  synchronized String progress() {
    return "%d of %d sent".formatted(sent, files);
  }

  /** Whether all requests were sent and every response was 2xx. */
  synchronized boolean isClean() {
    return sent == files && failures.isEmpty();
  }

  /** Prints the summary, unless nothing was sent. */
  synchronized void print(PrintWriter out, boolean json) {
    if (sent > 0 && json) {
      JsonLines.print(out, object());
    } else if (sent > 0) {
      print(out);
    }
  }

  private void print(PrintWriter out) {
    counts.forEach((name, count) -> out.printf("%-8s %d%n", name, count));
    failures.stream().limit(MAX_NAMES).forEach(failure -> out.println("  " + failure));
    if (failures.size() > MAX_NAMES) {
      out.println("  … --json lists all " + failures.size());
    }
    out.printf("%d of %d sent to %s in %.1f s%n", sent, files, target, millis() / 1000.0);
    out.flush();
  }

  private ObjectNode object() {
    ObjectNode object = JsonLines.object().put("to", target.toString());
    object.put("files", files).put("sent", sent).put("millis", millis());
    ObjectNode answers = object.putObject("answers");
    counts.forEach(answers::put);
    ArrayNode list = object.putArray("failures");
    failures.forEach(list::add);
    return object;
  }

  private long millis() {
    return Duration.between(startedAt, Instant.now()).toMillis();
  }
}
