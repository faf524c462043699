package dev.rampline.ingest;

import static java.util.Comparator.comparingInt;

import dev.rampline.message.CloudEventMessage;
import dev.rampline.time.Deadline;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * Publishes to the events queue, and what the queue took to the topic. A message counts as sent if
 * both took it. The two share the deadline.
 *
 * @param queue the events queue
 * @param topic the topic for further consumers
 */
public record FanOutPublisher(Publisher queue, Publisher topic) implements Publisher {
  public FanOutPublisher {
    Objects.requireNonNull(queue, "queue");
    Objects.requireNonNull(topic, "topic");
  }

  @Override
  public List<Unsent> publish(List<CloudEventMessage> messages, Deadline deadline) {
    List<Unsent> unsent = new ArrayList<>(queue.publish(messages, deadline));
    List<CloudEventMessage> taken = new ArrayList<>(messages);
    taken.removeAll(unsent.stream().map(Unsent::message).toList());
    if (!taken.isEmpty()) {
      unsent.addAll(topic.publish(taken, deadline));
      unsent.sort(comparingInt(one -> messages.indexOf(one.message())));
    }
    return List.copyOf(unsent);
  }
}
