package dev.rampline.function.relay;

import static java.util.stream.Collectors.toMap;

import dev.rampline.adapter.telemetry.FaultName;
import dev.rampline.function.relay.PendingMessage.Decoded;
import dev.rampline.function.relay.PendingMessage.Undecodable;
import dev.rampline.function.relay.RelayResult.DeadLettered;
import dev.rampline.function.relay.RelayResult.NotSent;
import dev.rampline.function.relay.RelayResult.Sent;
import dev.rampline.ingest.DeadLetters;
import dev.rampline.ingest.Publisher;
import dev.rampline.ingest.Publisher.Unsent;
import dev.rampline.ingest.QueueUnavailableException;
import dev.rampline.message.CloudEventMessage;
import dev.rampline.time.Deadline;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Sends one batch of messages to the events queue, and sends those that can never be sent to the
 * dead-letter queue.
 */
final class BatchSender {
  private static final Duration CALL_BUDGET = Duration.ofSeconds(5);

  private final Publisher publisher;
  private final DeadLetters deadLetters;

  BatchSender(Publisher publisher, DeadLetters deadLetters) {
    this.publisher = publisher;
    this.deadLetters = deadLetters;
  }

  RelayBatchResult send(List<PendingMessage> batch, Deadline deadline) {
    List<CloudEventMessage> messages =
        batch.stream()
            .filter(Decoded.class::isInstance)
            .map(pending -> ((Decoded) pending).message())
            .toList();
    List<Unsent> unsent =
        messages.isEmpty() ? List.of() : publisher.publish(messages, deadline.within(CALL_BUDGET));
    return resultOf(batch, unsent, messages.size() - unsent.size(), deadline);
  }

  private RelayBatchResult resultOf(
      List<PendingMessage> batch, List<Unsent> unsent, int sent, Deadline deadline) {
    Map<String, Unsent> byId =
        unsent.stream().collect(toMap(one -> one.message().id(), one -> one, (one, _) -> one));
    int deadLettered = 0;
    for (PendingMessage pending : batch) {
      switch (deliver(pending, byId, deadline)) {
        case Sent() -> {}
        case DeadLettered() -> deadLettered++;
        case NotSent(String reason) -> {
          return new RelayBatchResult.Stopped(
              sent, deadLettered, pending.streamRecord().sequenceNumber(), reason);
        }
      }
    }
    return new RelayBatchResult.Complete(sent, deadLettered);
  }

  private RelayResult deliver(
      PendingMessage pending, Map<String, Unsent> unsent, Deadline deadline) {
    return switch (pending) {
      case Undecodable(LedgerStreamRecord streamRecord, String fault) ->
          sendToDeadLetters(streamRecord, fault, deadline);
      case Decoded(LedgerStreamRecord streamRecord, CloudEventMessage message) ->
          deliver(streamRecord, unsent.get(message.id()), deadline);
    };
  }

  private RelayResult deliver(
      LedgerStreamRecord streamRecord, @Nullable Unsent unsent, Deadline deadline) {
    if (unsent == null) {
      return new Sent();
    }
    return unsent.permanent()
        ? sendToDeadLetters(streamRecord, unsent.reason(), deadline)
        : new NotSent(unsent.reason());
  }

  private RelayResult sendToDeadLetters(
      LedgerStreamRecord streamRecord, String reason, Deadline deadline) {
    try {
      deadLetters.send(streamRecord.toDeadLetter(reason), deadline.within(CALL_BUDGET));
      return new DeadLettered();
    } catch (QueueUnavailableException unavailable) {
      return new NotSent(FaultName.ofRootCause(unavailable));
    }
  }
}
