package dev.rampline.operations.lookup;

import dev.rampline.operations.recovery.StoreClients;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.OptionalInt;
import java.util.TreeMap;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;

/**
 * How much waits in queues, about any subject: SQS does not say about which.
 *
 * @param counts the approximate number of messages of each queue; empty if it cannot be read
 */
public record QueueCounts(Map<WaitingQueue, OptionalInt> counts) {
  public QueueCounts {
    counts = Collections.unmodifiableMap(new TreeMap<>(counts));
  }

  static QueueCounts read(StoreClients clients) {
    Map<WaitingQueue, OptionalInt> counts = new EnumMap<>(WaitingQueue.class);
    for (WaitingQueue queue : WaitingQueue.values()) {
      counts.put(queue, read(clients, queue));
    }
    return new QueueCounts(counts);
  }

  /** A queue that cannot be read must not hide what the ledger says. */
  private static OptionalInt read(StoreClients clients, WaitingQueue queue) {
    try {
      String url = clients.queueUrl(queue.plan());
      return clients
          .queues()
          .getQueueAttributes(
              wanted ->
                  wanted
                      .queueUrl(url)
                      .attributeNames(QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES))
          .attributes()
          .values()
          .stream()
          .mapToInt(Integer::parseInt)
          .findFirst();
    } catch (SdkException unreadable) {
      return OptionalInt.empty();
    }
  }
}
