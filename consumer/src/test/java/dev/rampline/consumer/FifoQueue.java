package dev.rampline.consumer;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;

/** A queue with the semantics of SQS FIFO: a failed message keeps its place in its group. */
final class FifoQueue {
  private final Random random;
  private final List<QueueMessage> waiting;

  FifoQueue(ConsumerScenario scenario, Random random) {
    this.random = random;
    this.waiting =
        new ArrayList<>(
            IntStream.range(0, scenario.arrivals().size())
                .mapToObj(index -> delivery(index, scenario.arrivals().get(index)))
                .toList());
  }

  private static QueueMessage delivery(int index, ConsumerScenario.Version version) {
    String body =
        MessageBodies.body(
            version.subject(), version.number(), version.state(), version.conflict());
    return new QueueMessage("m" + index, version.subject(), body);
  }

  boolean isEmpty() {
    return waiting.isEmpty();
  }

  /** Receives at most ten messages, from the front of some groups. */
  List<QueueMessage> receive() {
    Set<String> skippedGroups = new HashSet<>();
    List<QueueMessage> batch = new ArrayList<>();
    for (QueueMessage delivery : waiting) {
      if (batch.size() < 10 && !skippedGroups.contains(delivery.group()) && random.nextInt(4) > 0) {
        batch.add(delivery);
      } else {
        skippedGroups.add(delivery.group());
      }
    }
    return batch;
  }

  /** Deletes handled messages. Some deletions are lost, so that the message stays. */
  void delete(List<QueueMessage> batch, List<String> failed) {
    Set<String> failedIds = new HashSet<>(failed);
    batch.stream()
        .filter(delivery -> !failedIds.contains(delivery.id()) && random.nextInt(8) > 0)
        .forEach(waiting::remove);
  }
}
