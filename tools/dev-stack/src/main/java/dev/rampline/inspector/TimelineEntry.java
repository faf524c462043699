package dev.rampline.inspector;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;

/**
 * One entry of a subject's timeline.
 *
 * @param at the time that orders the entries
 * @param json the entry as the page gets it
 */
record TimelineEntry(Instant at, ObjectNode json) {
  static TimelineEntry of(InspectorEvent event) {
    ObjectNode json = JsonNodes.object().put("kind", "event");
    json.setAll(event.json());
    return new TimelineEntry(event.at(), json);
  }

  /** Whether both are about one version, or about one confirmation, which has none. */
  boolean isSameAs(TimelineEntry other) {
    boolean isVersion = json.path("version").isNumber();
    return !json.path("kind").asText().equals("event")
        && json.path("version").equals(other.json.path("version"))
        && (isVersion || at.equals(other.at));
  }

  static TimelineEntry erased(Instant at, long version) {
    return new TimelineEntry(
        at,
        JsonNodes.object().put("kind", "erased").put("at", at.toString()).put("version", version));
  }
}
