package dev.rampline.function.retry;

import com.amazonaws.services.lambda.runtime.events.SQSEvent.SQSMessage;
import dev.rampline.time.JitteredBackoff;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Computes the delay before the next try of an event. It doubles with each receive. */
final class RetryQueueBackoff {
  private static final Duration INITIAL_DELAY = Duration.ofSeconds(30);
  private static final Duration MAX_DELAY = Duration.ofMinutes(15);

  private RetryQueueBackoff() {}

  static Duration of(SQSMessage message) {
    return JitteredBackoff.doubled(INITIAL_DELAY, MAX_DELAY, receiveCount(message.getAttributes()));
  }

  private static int receiveCount(@Nullable Map<String, String> attributes) {
    String count = attributes == null ? null : attributes.get("ApproximateReceiveCount");
    return count == null ? 1 : Integer.parseInt(count);
  }
}
