package dev.rampline.operations.recovery;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.sqs.model.Message;
import software.amazon.awssdk.services.sqs.model.MessageSystemAttributeName;

/**
 * The letters that a run has taken and not deleted. Closing it gives them back. Not thread-safe.
 *
 * @param startedAt when the run did: what is written later is not its own to send, or it might send
 *     what was parked again for ever
 * @param visibilityTimeout for how long nobody else gets a letter that was taken, should this
 *     process be killed
 */
record InFlightMessages(
    DlqReader reader, Instant startedAt, Duration visibilityTimeout, Map<String, Message> byId)
    implements AutoCloseable {
  InFlightMessages(DlqReader letters, Instant began, Duration time) {
    this(letters, began, time, new LinkedHashMap<>());
  }

  /**
   * Some that are not held yet; none: there are no more. One that came back meanwhile is held again
   * and not told a second time.
   */
  List<Message> take(int most) {
    List<Message> some = reader.receive(most, visibilityTimeout);
    List<Message> fresh =
        some.stream()
            .filter(letter -> !byId.containsKey(letter.messageId()) && !isNewer(letter))
            .toList();
    some.forEach(letter -> byId.put(letter.messageId(), letter));
    return fresh;
  }

  /** How many letters have come since the run began, as far as it has seen. */
  long newerCount() {
    return byId.values().stream().filter(this::isNewer).count();
  }

  private boolean isNewer(Message letter) {
    String written = letter.attributes().get(MessageSystemAttributeName.SENT_TIMESTAMP);
    return written != null && Long.parseLong(written) > startedAt.toEpochMilli();
  }

  void delete(Message letter) {
    reader.delete(letter);
    byId.remove(letter.messageId());
  }

  @Override
  public void close() {
    byId.values().forEach(reader::release);
    byId.clear();
  }
}
