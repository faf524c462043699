package dev.rampline.function.relay;

import com.amazonaws.services.lambda.runtime.events.StreamsEventResponse;
import com.amazonaws.services.lambda.runtime.events.StreamsEventResponse.BatchItemFailure;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How far a batch of the stream was relayed. */
sealed interface RelayBatchResult {

  /** How many messages were sent. */
  int sent();

  /** How many were given up, into the queue of dead letters. */
  int deadLettered();

  /** What Lambda has to know. */
  StreamsEventResponse response();

  /** To its end. */
  record Complete(int sent, int deadLettered) implements RelayBatchResult {
    @Override
    public StreamsEventResponse response() {
      return new StreamsEventResponse(List.of());
    }

    /** This, and what came of the messages after it. */
    RelayBatchResult plus(RelayBatchResult next) {
      int allSent = sent + next.sent();
      int allParked = deadLettered + next.deadLettered();
      return switch (next) {
        case Complete whole -> new Complete(allSent, allParked);
        case Stopped stopped ->
            new Stopped(allSent, allParked, stopped.sequenceNumber(), stopped.reason());
      };
    }
  }

  /**
   * Up to a record that has to come again, with all that follow it.
   *
   * @param sequenceNumber of that record; null if it has none: then the whole batch comes again
   * @param reason a code of the queue's, or a class of fault
   */
  record Stopped(int sent, int deadLettered, @Nullable String sequenceNumber, String reason)
      implements RelayBatchResult {
    @Override
    public StreamsEventResponse response() {
      return new StreamsEventResponse(List.of(new BatchItemFailure(sequenceNumber)));
    }
  }
}
