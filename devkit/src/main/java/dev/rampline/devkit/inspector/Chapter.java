package dev.rampline.devkit.inspector;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;

/**
 * One entry of a subject's story.
 *
 * @param at by which it has its place
 * @param told as the page gets it
 */
record Chapter(Instant at, ObjectNode told) {
  static Chapter of(Arrival arrival) {
    ObjectNode told = Nodes.object().put("kind", "word");
    told.setAll(arrival.told());
    return new Chapter(arrival.at(), told);
  }

  static Chapter forgotten(Instant at, long version) {
    return new Chapter(
        at, Nodes.object().put("kind", "erased").put("at", at.toString()).put("version", version));
  }
}
