package dev.rampline.consumer;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A message of the queue.
 *
 * @param id the queue's message id, which identifies a failed message
 * @param group the FIFO group, which is the subject; messages that follow a failed one in it wait
 * @param body the body; it may be null or invalid
 */
public record QueueMessage(String id, String group, @Nullable String body) {
  public QueueMessage {
    Objects.requireNonNull(id, "id");
    Objects.requireNonNull(group, "group");
  }
}
