package dev.rampline.ingest;

import dev.rampline.event.TraceContext;
import dev.rampline.lifecycle.Decision;
import java.util.Objects;

/**
 * What became of a word.
 *
 * @param decision what it changed
 * @param version of the record that it left, or found
 * @param delivery what became of its message
 * @param trace that the word belongs to; the message of a new version bears it
 */
public record IngestResult(Decision decision, long version, Delivery delivery, TraceContext trace) {
  public IngestResult {
    Objects.requireNonNull(decision, "decision");
    Objects.requireNonNull(delivery, "delivery");
    Objects.requireNonNull(trace, "trace");
  }

  /** Whether its message is in the record alone, and the table's stream brings it. */
  public boolean isLeftToRelay() {
    return delivery == Delivery.LEFT_TO_RELAY;
  }

  /** What became of the message of a new version. */
  public enum Delivery {
    /** There was no new version, and so no message. */
    NONE("none"),
    /** It is in the queue. */
    SENT("sent"),
    /** The queue did not take it in time: the table's stream brings it. */
    LEFT_TO_RELAY("left-to-relay");

    private final String text;

    Delivery(String text) {
      this.text = text;
    }

    /** The name in log entries. */
    public String text() {
      return text;
    }
  }
}
