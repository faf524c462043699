package dev.rampline.function.relay;

import com.amazonaws.services.lambda.runtime.events.StreamsEventResponse;
import com.amazonaws.services.lambda.runtime.events.StreamsEventResponse.BatchItemFailure;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How far a batch of the stream was relayed. */
sealed interface Progress {

  /** How many messages were sent. */
  int sent();

  /** How many were given up, into the queue of dead letters. */
  int parked();

  /** What Lambda has to know. */
  StreamsEventResponse response();

  /** To its end. */
  record Whole(int sent, int parked) implements Progress {
    @Override
    public StreamsEventResponse response() {
      return new StreamsEventResponse(List.of());
    }

    /** This, and what came of the messages after it. */
    Progress then(Progress next) {
      int allSent = sent + next.sent();
      int allParked = parked + next.parked();
      return switch (next) {
        case Whole whole -> new Whole(allSent, allParked);
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
  record Stopped(int sent, int parked, @Nullable String sequenceNumber, String reason)
      implements Progress {
    @Override
    public StreamsEventResponse response() {
      return new StreamsEventResponse(List.of(new BatchItemFailure(sequenceNumber)));
    }
  }
}
