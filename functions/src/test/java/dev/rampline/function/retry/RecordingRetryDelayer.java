package dev.rampline.function.retry;

import dev.rampline.ingest.RetryDelayer;
import dev.rampline.time.Deadline;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

/** Records the delays of retried messages. */
public final class RecordingRetryDelayer implements RetryDelayer {
  private final Map<String, Duration> delays = new HashMap<>();

  @Override
  public int defer(Map<String, Duration> batch, Deadline deadline) {
    delays.putAll(batch);
    return batch.size();
  }

  Map<String, Duration> delays() {
    return delays;
  }
}
