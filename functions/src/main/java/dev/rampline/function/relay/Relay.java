package dev.rampline.function.relay;

import com.amazonaws.services.lambda.runtime.events.DynamodbEvent.DynamodbStreamRecord;
import dev.rampline.adapter.dynamodb.RecordCodec;
import dev.rampline.function.Relaying;
import dev.rampline.function.relay.Progress.Stopped;
import dev.rampline.ingest.Publisher;
import dev.rampline.ingest.Publisher.Unsent;
import dev.rampline.message.Message;
import dev.rampline.message.MessageComposer;
import dev.rampline.time.Deadline;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Gatherers;
import org.jspecify.annotations.Nullable;

/**
 * Sends the message of every version in the stream, in the stream's order, up to the first that
 * fails. Inside SQS's five minutes a message that was sent already vanishes by its id.
 */
final class Relay {
  private static final Duration SEND_BUDGET = Duration.ofSeconds(5);

  private final MessageComposer composer;
  private final Publisher publisher;

  Relay(Relaying relaying) {
    this.composer = relaying.composer();
    this.publisher = relaying.publisher();
  }

  Progress relay(List<DynamodbStreamRecord> records, Deadline deadline) {
    List<Outgoing> outgoing = new ArrayList<>();
    Stopped unreadable = gather(records, outgoing);
    Progress sending = send(outgoing, deadline);
    return unreadable == null || sending instanceof Stopped
        ? sending
        : new Stopped(sending.sent(), unreadable.sequenceNumber(), unreadable.reason());
  }

  /** An item that cannot be read is never passed over: what stands before it is sent, no more. */
  private @Nullable Stopped gather(List<DynamodbStreamRecord> records, List<Outgoing> outgoing) {
    for (DynamodbStreamRecord record : records) {
      Change change = new Change(record);
      try {
        if (change.owesMessage()) {
          outgoing.add(new Outgoing(change.sequenceNumber(), message(change)));
        }
      } catch (RuntimeException unreadable) {
        return new Stopped(0, change.sequenceNumber(), unreadable.getClass().getName());
      }
    }
    return null;
  }

  private Message message(Change change) {
    return composer.compose(RecordCodec.decode(Images.item(change.item())));
  }

  private Progress send(List<Outgoing> outgoing, Deadline deadline) {
    int sent = 0;
    for (List<Outgoing> batch : batches(outgoing)) {
      List<Message> messages = batch.stream().map(Outgoing::message).toList();
      List<Unsent> unsent = publisher.publish(messages, deadline.within(SEND_BUDGET));
      sent += batch.size() - unsent.size();
      if (!unsent.isEmpty()) {
        Unsent first = unsent.getFirst();
        return new Stopped(sent, sequenceNumber(batch, first.message()), first.reason());
      }
    }
    return new Progress.Whole(sent);
  }

  private static List<List<Outgoing>> batches(List<Outgoing> outgoing) {
    return outgoing.stream().gather(Gatherers.windowFixed(Publisher.MAX_BATCH)).toList();
  }

  private static @Nullable String sequenceNumber(List<Outgoing> batch, Message message) {
    return batch.stream()
        .filter(outgoing -> outgoing.message().equals(message))
        .map(Outgoing::sequenceNumber)
        .filter(Objects::nonNull)
        .findFirst()
        .orElse(null);
  }
}
