package dev.rampline.function.retry;

import com.amazonaws.services.lambda.runtime.events.SQSEvent.SQSMessage;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Computes the delay before the next try of an event. It doubles with each receive. */
final class RetryQueueBackoff {
  private static final Duration INITIAL_DELAY = Duration.ofSeconds(30);
  private static final Duration MAX_DELAY = Duration.ofMinutes(15);
  private static final int MAX_DOUBLINGS = 10;

  private RetryQueueBackoff() {}

  static Duration of(SQSMessage message) {
    int doublings = Math.clamp(receiveCount(message.getAttributes()) - 1L, 0, MAX_DOUBLINGS);
    Duration wait = INITIAL_DELAY.multipliedBy(1L << doublings);
    return wait.compareTo(MAX_DELAY) < 0 ? wait : MAX_DELAY;
  }

  private static int receiveCount(@Nullable Map<String, String> attributes) {
    String count = attributes == null ? null : attributes.get("ApproximateReceiveCount");
    return count == null ? 1 : Integer.parseInt(count);
  }
}
