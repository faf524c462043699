package dev.rampline.function.retry;

import dev.rampline.ingest.RetryDelayer;
import dev.rampline.time.Deadline;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

/** Remembers what was deferred. */
public final class RecordingRetryDelayer implements RetryDelayer {
  private final Map<String, Duration> waits = new HashMap<>();

  @Override
  public int defer(Map<String, Duration> further, Deadline deadline) {
    waits.putAll(further);
    return further.size();
  }

  Map<String, Duration> waits() {
    return waits;
  }
}
