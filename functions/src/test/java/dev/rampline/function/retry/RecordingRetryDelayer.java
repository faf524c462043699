package dev.rampline.function.retry;

import dev.rampline.ingest.RetryDelayer;
import dev.rampline.time.Deadline;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Records the delays of retried messages. */
public final class RecordingRetryDelayer implements RetryDelayer {
  private final Map<String, Duration> delays = new HashMap<>();
  private Optional<String> fault = Optional.empty();

  /** Reports from now on that events are not delayed. */
  void fail(String reason) {
    fault = Optional.of(reason);
  }

  @Override
  public Optional<String> defer(Map<String, Duration> batch, Deadline deadline) {
    delays.putAll(batch);
    return fault;
  }

  Map<String, Duration> delays() {
    return delays;
  }
}
