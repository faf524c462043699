package dev.rampline.adapter.publishing;

import dev.rampline.adapter.aws.CallLimit;
import dev.rampline.event.TraceContext;
import dev.rampline.failure.FailureCause;
import dev.rampline.ingest.Publisher;
import dev.rampline.message.CloudEventMessage;
import dev.rampline.time.Deadline;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.BiFunction;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.exception.SdkException;

/**
 * Publishes to a FIFO queue or topic of AWS. Messages that exceed the size of one call are sent in
 * several, one after the other. If AWS rejects a whole batch because of one message, the messages
 * are sent individually, so that the others are sent. A message that is refused alone is refused
 * permanently: the relay's dead-letter queue keeps it and a redrive recovers it, while a stream
 * that stops loses its records after a day. If each of several is refused, the call itself may be
 * wrong, and where the error code leaves that open, none of them is permanent. Thread-safe.
 */
public abstract class BatchPublisher implements Publisher {
  private final SendErrors errors;
  private final UnaryOperator<String> deduplicationIds;

  /**
   * Creates a publisher.
   *
   * @param errors the meaning of the service's error codes
   * @param deduplicationIds maps a message id to its deduplication id
   */
  protected BatchPublisher(SendErrors errors, UnaryOperator<String> deduplicationIds) {
    this.errors = Objects.requireNonNull(errors, "errors");
    this.deduplicationIds = Objects.requireNonNull(deduplicationIds, "deduplicationIds");
  }

  /**
   * Sends messages in one call.
   *
   * @return the entries that AWS rejected
   * @throws SdkException if the whole call failed
   */
  protected abstract List<RejectedEntry> call(List<CloudEventMessage> messages);

  /** Creates the entries of a call. The id of an entry is the message's index in the call. */
  protected static <E> List<E> entries(
      List<CloudEventMessage> messages, BiFunction<String, CloudEventMessage, E> entry) {
    return IntStream.range(0, messages.size())
        .mapToObj(index -> entry.apply(Integer.toString(index), messages.get(index)))
        .toList();
  }

  /** Returns a message's deduplication id. */
  protected final String deduplicationId(CloudEventMessage message) {
    return deduplicationIds.apply(message.id());
  }

  /** Returns the texts of a message's attributes: its trace, where tracing tools expect it. */
  protected static Map<String, String> attributes(CloudEventMessage message) {
    TraceContext trace = message.trace();
    return trace == null ? Map.of() : Map.of(TraceContext.NAME, trace.text());
  }

  @Override
  public final List<Unsent> publish(List<CloudEventMessage> messages, Deadline deadline) {
    if (messages.isEmpty() || messages.size() > MAX_BATCH) {
      throw new IllegalArgumentException("Must be 1 to 10 messages: " + messages.size());
    }
    return BatchSplitter.split(messages).stream()
        .flatMap(batch -> send(batch, deadline).stream())
        .toList();
  }

  private List<Unsent> send(List<CloudEventMessage> messages, Deadline deadline) {
    if (deadline.hasPassed()) {
      return SendErrors.ofAll(messages, false, FailureCause.NO_TIME_LEFT.text());
    }
    try {
      return SendErrors.ofEntries(CallLimit.within(deadline, () -> call(messages)), messages);
    } catch (SdkException fault) {
      return messages.size() > 1 && errors.isContentError(fault)
          ? sendSeparately(messages, deadline)
          : errors.ofException(fault, messages);
    }
  }

  private List<Unsent> sendSeparately(List<CloudEventMessage> messages, Deadline deadline) {
    List<Unsent> unsent =
        messages.stream().flatMap(message -> send(List.of(message), deadline).stream()).toList();
    return unsent.size() < messages.size() ? unsent : errors.ofAllSeparately(unsent);
  }

  /**
   * An entry of a call that AWS rejected.
   *
   * @param id the entry's id
   * @param senderFault whether the sender caused it; null counts as no
   * @param code the error code
   */
  public record RejectedEntry(String id, @Nullable Boolean senderFault, String code) {}
}
