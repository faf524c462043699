package dev.rampline.inspector;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;

/**
 * One entry of a subject's story.
 *
 * @param at by which it has its place
 * @param json as the page gets it
 */
record TimelineEntry(Instant at, ObjectNode json) {
  static TimelineEntry of(FunctionLogEvent arrival) {
    ObjectNode told = JsonNodes.object().put("kind", "word");
    told.setAll(arrival.json());
    return new TimelineEntry(arrival.at(), told);
  }

  static TimelineEntry erased(Instant at, long version) {
    return new TimelineEntry(
        at,
        JsonNodes.object().put("kind", "erased").put("at", at.toString()).put("version", version));
  }
}
