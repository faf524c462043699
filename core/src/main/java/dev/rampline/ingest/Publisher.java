package dev.rampline.ingest;

import dev.rampline.message.CloudEventMessage;
import dev.rampline.time.Deadline;
import java.util.List;

/** Sends messages to the queue that consumers read. Implementations are thread-safe. */
public interface Publisher {
  /** How many messages one call takes. */
  int MAX_BATCH = 10;

  /**
   * Sends messages in one call to the queue. Each is sent in the group of its subject, with its id
   * as deduplication id. Never throws for a queue that refuses or is down.
   *
   * @param messages 1 to {@value #MAX_BATCH}, in the order in which they are to stand
   * @return those that were not sent, in that order; empty: all were
   * @throws IllegalArgumentException if there are none or too many
   */
  List<Unsent> publish(List<CloudEventMessage> messages, Deadline deadline);

  /**
   * A message that is not in the queue, as far as anyone can tell.
   *
   * @param message the message
   * @param permanent whether another try would be refused the same way
   * @param reason the queue's error code, or the name of the fault; nothing of the message
   */
  record Unsent(CloudEventMessage message, boolean permanent, String reason) {}
}
