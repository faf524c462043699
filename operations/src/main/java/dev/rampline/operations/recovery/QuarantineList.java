package dev.rampline.operations.recovery;

import dev.rampline.resources.QueuePlan;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import software.amazon.awssdk.services.sqs.model.Message;

/** Lists the payloads in quarantine without moving them. */
public final class QuarantineList {
  private static final Duration VISIBILITY_TIMEOUT = Duration.ofSeconds(30);

  private QuarantineList() {}

  /** Returns the bodies of at most {@code limit} messages. */
  public static List<String> read(StoreClients clients, int limit) {
    DlqReader reader = new DlqReader(clients.queues(), clients.queueUrl(QueuePlan.QUARANTINE));
    List<Message> received = new ArrayList<>();
    Set<String> ids = new LinkedHashSet<>();
    try {
      List<String> bodies = new ArrayList<>();
      while (bodies.size() < limit) {
        List<Message> batch = reader.receive(limit - bodies.size(), VISIBILITY_TIMEOUT);
        received.addAll(batch);
        if (batch.isEmpty()) {
          break;
        }
        for (Message message : batch) {
          if (ids.add(message.messageId())) {
            bodies.add(message.body());
          }
        }
      }
      return bodies;
    } finally {
      received.forEach(reader::release);
    }
  }
}
