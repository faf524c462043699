package dev.rampline.consumer;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A message as the queue delivers it.
 *
 * @param id the queue's own id of it, by which a failure is told
 * @param group the FIFO group: what follows a failed message in it waits
 * @param body the text; null or anything else, nothing is taken for granted
 */
public record QueueMessage(String id, String group, @Nullable String body) {
  public QueueMessage {
    Objects.requireNonNull(id, "id");
    Objects.requireNonNull(group, "group");
  }
}
