package dev.rampline.function.relay;

import com.amazonaws.services.lambda.runtime.events.StreamsEventResponse;
import com.amazonaws.services.lambda.runtime.events.StreamsEventResponse.BatchItemFailure;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The result of relaying a batch of stream records. */
sealed interface RelayBatchResult {

  /** The number of messages sent. */
  int sent();

  /** The number of messages sent to the dead-letter queue. */
  int deadLettered();

  /** The response to Lambda. */
  StreamsEventResponse response();

  /** The whole batch was relayed. */
  record Complete(int sent, int deadLettered) implements RelayBatchResult {
    @Override
    public StreamsEventResponse response() {
      return new StreamsEventResponse(List.of());
    }

    /** Adds the result of the messages that follow. */
    RelayBatchResult plus(RelayBatchResult next) {
      int allSent = sent + next.sent();
      int allDeadLettered = deadLettered + next.deadLettered();
      return switch (next) {
        case Complete complete -> new Complete(allSent, allDeadLettered);
        case Stopped stopped ->
            new Stopped(allSent, allDeadLettered, stopped.sequenceNumber(), stopped.reason());
      };
    }
  }

  /**
   * The batch stopped at a record. Lambda has to retry that record and all that follow it.
   *
   * @param sequenceNumber of the record; null if it has none, so that Lambda retries the whole
   *     batch
   * @param reason an error code of SQS or SNS, or an exception class
   */
  record Stopped(int sent, int deadLettered, @Nullable String sequenceNumber, String reason)
      implements RelayBatchResult {
    @Override
    public StreamsEventResponse response() {
      return new StreamsEventResponse(List.of(new BatchItemFailure(sequenceNumber)));
    }
  }
}
