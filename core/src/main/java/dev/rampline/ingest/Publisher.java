package dev.rampline.ingest;

import dev.rampline.message.CloudEventMessage;
import dev.rampline.time.Deadline;
import java.util.List;

/** Sends messages to the events queue, which consumers read. Implementations are thread-safe. */
public interface Publisher {
  /** Maximum number of messages per call. */
  int MAX_BATCH = 10;

  /**
   * Sends messages in one call. Each message has its subject as message group and its id as
   * deduplication id. Does not throw if the queue rejects messages or is unavailable.
   *
   * @param messages 1 to {@value #MAX_BATCH}, in delivery order
   * @return the messages that were not sent, in the same order; empty if all were sent
   * @throws IllegalArgumentException if there are none or too many
   */
  List<Unsent> publish(List<CloudEventMessage> messages, Deadline deadline);

  /**
   * A message that the queue did not confirm.
   *
   * @param message the message
   * @param permanent whether a retry would fail in the same way
   * @param reason the queue's error code, or the name of the fault; no content of the message
   */
  record Unsent(CloudEventMessage message, boolean permanent, String reason) {}
}
