package dev.rampline.bench.cloud;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The FIFO queue: it keeps everything, and lets nobody in twice within five minutes. */
public final class Queue {
  private static final Duration DEDUPLICATION = Duration.ofMinutes(5);

  private final List<Sent> sent = new ArrayList<>();
  private final Map<String, Instant> accepted = new HashMap<>();
  private final InstantSource clock;

  public Queue(InstantSource clock) {
    this.clock = clock;
  }

  /** Everything that was let in, the first first. */
  public List<Sent> sent() {
    return sent;
  }

  void send(String group, String deduplicationId, String body) {
    Instant now = clock.instant();
    Instant before = accepted.get(deduplicationId);
    if (before == null || !now.isBefore(before.plus(DEDUPLICATION))) {
      accepted.put(deduplicationId, now);
      sent.add(new Sent(now, group, deduplicationId, body));
    }
  }

  /**
   * A message that consumers may receive.
   *
   * @param at the true time
   * @param group of FIFO
   * @param deduplicationId by which SQS knows it again
   * @param body what consumers get
   */
  public record Sent(Instant at, String group, String deduplicationId, String body) {}
}
