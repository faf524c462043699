package dev.rampline.ingest;

import dev.rampline.lifecycle.Decision;
import java.util.Objects;

/**
 * What became of a word.
 *
 * @param decision what it changed
 * @param version of the record that it left, or found
 * @param delivery what became of its message
 */
public record IngestResult(Decision decision, long version, Delivery delivery) {
  public IngestResult {
    Objects.requireNonNull(decision, "decision");
    Objects.requireNonNull(delivery, "delivery");
  }

  /** What became of the message of a new version. */
  public enum Delivery {
    /** There was no new version, and so no message. */
    NONE,
    /** It is in the queue. */
    SENT,
    /** The queue did not take it in time: the table's stream brings it. */
    LEFT_TO_RELAY
  }
}
