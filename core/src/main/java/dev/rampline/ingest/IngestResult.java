package dev.rampline.ingest;

import dev.rampline.event.TraceContext;
import dev.rampline.lifecycle.Decision;
import java.util.Objects;

/**
 * The result of processing an event.
 *
 * @param decision what the event changes
 * @param version version of the record after the event
 * @param delivery delivery of its message
 * @param trace trace of the event; the message of a new version contains it
 */
public record IngestResult(Decision decision, long version, Delivery delivery, TraceContext trace) {
  public IngestResult {
    Objects.requireNonNull(decision, "decision");
    Objects.requireNonNull(delivery, "delivery");
    Objects.requireNonNull(trace, "trace");
  }

  /** Returns whether the message is not in the queue yet and the relay sends it. */
  public boolean isLeftToRelay() {
    return delivery == Delivery.LEFT_TO_RELAY;
  }

  /** The delivery of the message of a new version. */
  public enum Delivery {
    /** There is no new version, so there is no message. */
    NONE("none"),
    /** The message is in the queue. */
    SENT("sent"),
    /** The queue did not accept the message in time: the relay sends it from the table's stream. */
    LEFT_TO_RELAY("left-to-relay");

    private final String text;

    Delivery(String text) {
      this.text = text;
    }

    /** Returns the name in log entries. */
    public String text() {
      return text;
    }
  }
}
