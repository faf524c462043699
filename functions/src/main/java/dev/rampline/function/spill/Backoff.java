package dev.rampline.function.spill;

import com.amazonaws.services.lambda.runtime.events.SQSEvent.SQSMessage;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** How long a word waits before it comes again: the longer, the more often it came. */
final class Backoff {
  private static final Duration FIRST = Duration.ofSeconds(30);
  private static final Duration LONGEST = Duration.ofMinutes(15);
  private static final int MOST_DOUBLINGS = 10;

  private Backoff() {}

  static Duration of(SQSMessage message) {
    int doublings = Math.clamp(receives(message.getAttributes()) - 1L, 0, MOST_DOUBLINGS);
    Duration wait = FIRST.multipliedBy(1L << doublings);
    return wait.compareTo(LONGEST) < 0 ? wait : LONGEST;
  }

  private static int receives(@Nullable Map<String, String> attributes) {
    String count = attributes == null ? null : attributes.get("ApproximateReceiveCount");
    return count == null ? 1 : Integer.parseInt(count);
  }
}
