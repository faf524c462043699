package dev.rampline.operations.recovery;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.sqs.model.Message;
import software.amazon.awssdk.services.sqs.model.MessageSystemAttributeName;

/**
 * The messages that a run has received and not deleted. Closing it releases them. Not thread-safe.
 *
 * @param startedAt when the run started. The run skips messages that are sent later; otherwise it
 *     could resend messages that are dead-lettered again without end
 * @param visibilityTimeout how long received messages stay invisible if the process is killed
 */
record InFlightMessages(
    DlqReader reader, Instant startedAt, Duration visibilityTimeout, Map<String, Message> byId)
    implements AutoCloseable {
  InFlightMessages(DlqReader reader, Instant startedAt, Duration visibilityTimeout) {
    this(reader, startedAt, visibilityTimeout, new LinkedHashMap<>());
  }

  /**
   * Receives messages that the run does not hold yet; an empty list means that there are none. A
   * message that is received a second time is held, but not returned again.
   */
  List<Message> take(int limit) {
    List<Message> batch = reader.receive(limit, visibilityTimeout);
    List<Message> unseen =
        batch.stream()
            .filter(message -> !byId.containsKey(message.messageId()) && !isNewer(message))
            .toList();
    batch.forEach(message -> byId.put(message.messageId(), message));
    return unseen;
  }

  /** Returns the number of received messages that are newer than the run. */
  long newerCount() {
    return byId.values().stream().filter(this::isNewer).count();
  }

  private boolean isNewer(Message message) {
    String sentAt = message.attributes().get(MessageSystemAttributeName.SENT_TIMESTAMP);
    return sentAt != null && Long.parseLong(sentAt) > startedAt.toEpochMilli();
  }

  void delete(Message message) {
    reader.delete(message);
    byId.remove(message.messageId());
  }

  @Override
  public void close() {
    byId.values().forEach(reader::release);
    byId.clear();
  }
}
