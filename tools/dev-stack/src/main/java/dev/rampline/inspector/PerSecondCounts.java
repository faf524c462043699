package dev.rampline.inspector;

import com.fasterxml.jackson.databind.node.ArrayNode;
import java.time.Instant;
import java.util.List;

/** Counts per second for the last 60 seconds. Not thread-safe. */
final class PerSecondCounts {
  private static final int SECONDS = 60;

  private final int[] counts = new int[SECONDS];
  private long second;

  /** Counts at a time, which may be before that of the last call. */
  void count(Instant at) {
    advanceTo(at.getEpochSecond());
    if (second - at.getEpochSecond() < SECONDS) {
      counts[slot(at.getEpochSecond())]++;
    }
  }

  /** Returns the counts, the oldest first. The last one is of the current second. */
  ArrayNode toJson(Instant now) {
    advanceTo(now.getEpochSecond());
    ArrayNode json = JsonNodes.array(List.of());
    for (long each = second - SECONDS + 1; each <= second; each++) {
      json.add(counts[slot(each)]);
    }
    return json;
  }

  /** Clears the slots of seconds without counts. */
  private void advanceTo(long now) {
    for (long each = Math.max(second + 1, now - SECONDS + 1); each <= now; each++) {
      counts[slot(each)] = 0;
    }
    second = Math.max(second, now);
  }

  private static int slot(long second) {
    return (int) Math.floorMod(second, (long) SECONDS);
  }
}
