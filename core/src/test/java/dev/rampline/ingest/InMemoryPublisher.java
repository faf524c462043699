package dev.rampline.ingest;

import dev.rampline.message.CloudEventMessage;
import dev.rampline.time.Deadline;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A queue that drops duplicate ids forever, not only for five minutes. */
public final class InMemoryPublisher implements Publisher {
  private final Map<String, CloudEventMessage> messages = new LinkedHashMap<>();
  private boolean failing;

  @Override
  public synchronized List<Unsent> publish(List<CloudEventMessage> batch, Deadline deadline) {
    if (batch.isEmpty() || batch.size() > MAX_BATCH) {
      throw new IllegalArgumentException("Not 1 to " + MAX_BATCH + " messages: " + batch.size());
    }
    if (failing || deadline.hasPassed()) {
      String reason = failing ? "Simulated" : "DeadlinePassed";
      return batch.stream().map(message -> new Unsent(message, false, reason)).toList();
    }
    batch.forEach(message -> messages.putIfAbsent(message.id(), message));
    return List.of();
  }

  /** Accepts no further message. */
  public synchronized void fail() {
    failing = true;
  }

  /** Returns all messages in the order of arrival. */
  public synchronized List<CloudEventMessage> messages() {
    return List.copyOf(messages.values());
  }
}
