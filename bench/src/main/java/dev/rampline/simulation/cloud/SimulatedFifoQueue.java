package dev.rampline.simulation.cloud;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BooleanSupplier;

/** The FIFO queue: it keeps everything, and lets nobody in twice within five minutes. */
public final class SimulatedFifoQueue {
  private static final Duration DEDUPLICATION = Duration.ofMinutes(5);

  private final List<SentMessage> sent = new ArrayList<>();
  private final Map<String, Instant> accepted = new HashMap<>();
  private final Map<String, Boolean> refused = new HashMap<>();
  private final Set<String> everRefused = new HashSet<>();
  private final InstantSource clock;

  private boolean acceptsAll;

  public SimulatedFifoQueue(InstantSource clock) {
    this.clock = clock;
  }

  /** Everything that was let in, the first first. */
  public List<SentMessage> sent() {
    return sent;
  }

  /** Whatever it has refused for good it would take from now on. */
  public void acceptAll() {
    refused.clear();
    acceptsAll = true;
  }

  /** Whether it has ever refused that message for good. */
  public boolean everRefused(String deduplicationId) {
    return everRefused.contains(deduplicationId);
  }

  /** Whether it refuses the message for good: it does so whenever it is sent. */
  boolean decideRefusal(String deduplicationId, BooleanSupplier firstTime) {
    boolean refuses =
        !acceptsAll && refused.computeIfAbsent(deduplicationId, _ -> firstTime.getAsBoolean());
    if (refuses) {
      everRefused.add(deduplicationId);
    }
    return refuses;
  }

  void send(String group, String deduplicationId, String body) {
    Instant now = clock.instant();
    Instant before = accepted.get(deduplicationId);
    if (before == null || !now.isBefore(before.plus(DEDUPLICATION))) {
      accepted.put(deduplicationId, now);
      sent.add(new SentMessage(now, group, deduplicationId, body));
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
  public record SentMessage(Instant at, String group, String deduplicationId, String body) {}
}
