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

/** The FIFO queue: it keeps every message, and drops a duplicate ID within five minutes. */
public final class SimulatedFifoQueue {
  private static final Duration DEDUPLICATION = Duration.ofMinutes(5);

  private final List<SentMessage> sent = new ArrayList<>();
  private final Map<String, Instant> accepted = new HashMap<>();
  private final Map<String, Boolean> rejected = new HashMap<>();
  private final Set<String> everRejected = new HashSet<>();
  private final InstantSource clock;

  private boolean acceptsAll;

  public SimulatedFifoQueue(InstantSource clock) {
    this.clock = clock;
  }

  /** All accepted messages in order. */
  public List<SentMessage> sent() {
    return sent;
  }

  /** Accepts from now on every message that it rejected permanently. */
  public void acceptAll() {
    rejected.clear();
    acceptsAll = true;
  }

  /** Whether it ever rejected that message permanently. */
  public boolean everRejected(String deduplicationId) {
    return everRejected.contains(deduplicationId);
  }

  /** Whether it rejects the message permanently, at every send. */
  boolean decideRejection(String deduplicationId, BooleanSupplier firstTime) {
    boolean rejects =
        !acceptsAll && rejected.computeIfAbsent(deduplicationId, _ -> firstTime.getAsBoolean());
    if (rejects) {
      everRejected.add(deduplicationId);
    }
    return rejects;
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
   * A message for consumers.
   *
   * @param at the true time
   * @param group the message group ID
   * @param deduplicationId the deduplication ID
   * @param body the message body
   */
  public record SentMessage(Instant at, String group, String deduplicationId, String body) {}
}
