package dev.rampline.function.relay;

import com.amazonaws.services.lambda.runtime.events.StreamsEventResponse;
import com.amazonaws.services.lambda.runtime.events.StreamsEventResponse.BatchItemFailure;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How far a batch of the stream was relayed. */
sealed interface Progress {

  /** How many messages were sent. */
  int sent();

  /** What Lambda has to know. */
  StreamsEventResponse response();

  /** To its end. */
  record Whole(int sent) implements Progress {
    @Override
    public StreamsEventResponse response() {
      return new StreamsEventResponse(List.of());
    }
  }

  /**
   * Up to a record that has to come again, with all that follow it.
   *
   * @param sent how many messages were sent, of those before it
   * @param sequenceNumber of that record; null if it has none: then the whole batch comes again
   * @param reason a code of the queue's, or a class of fault
   */
  record Stopped(int sent, @Nullable String sequenceNumber, String reason) implements Progress {
    @Override
    public StreamsEventResponse response() {
      return new StreamsEventResponse(List.of(new BatchItemFailure(sequenceNumber)));
    }
  }
}
