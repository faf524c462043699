package dev.rampline.function.relay;

import static java.util.stream.Collectors.toMap;

import dev.rampline.adapter.telemetry.FaultName;
import dev.rampline.function.relay.Fate.Parked;
import dev.rampline.function.relay.Fate.Sent;
import dev.rampline.function.relay.Fate.Stuck;
import dev.rampline.function.relay.Owed.Illegible;
import dev.rampline.function.relay.Owed.Legible;
import dev.rampline.ingest.DeadLetters;
import dev.rampline.ingest.DeadLettersUnavailableException;
import dev.rampline.ingest.Publisher;
import dev.rampline.ingest.Publisher.Unsent;
import dev.rampline.message.CloudEventMessage;
import dev.rampline.time.Deadline;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Sends as many messages as one call to the queue takes, and parks those that it never would. */
final class BatchSender {
  private static final Duration CALL_BUDGET = Duration.ofSeconds(5);

  private final Publisher publisher;
  private final DeadLetters deadLetters;

  BatchSender(Publisher publisher, DeadLetters deadLetters) {
    this.publisher = publisher;
    this.deadLetters = deadLetters;
  }

  Progress send(List<Owed> batch, Deadline deadline) {
    List<CloudEventMessage> messages =
        batch.stream()
            .filter(Legible.class::isInstance)
            .map(owed -> ((Legible) owed).message())
            .toList();
    List<Unsent> unsent =
        messages.isEmpty() ? List.of() : publisher.publish(messages, deadline.within(CALL_BUDGET));
    return settle(batch, unsent, messages.size() - unsent.size(), deadline);
  }

  private Progress settle(List<Owed> batch, List<Unsent> unsent, int sent, Deadline deadline) {
    Map<String, Unsent> byId =
        unsent.stream().collect(toMap(one -> one.message().id(), one -> one, (one, _) -> one));
    int parked = 0;
    for (Owed owed : batch) {
      switch (fate(owed, byId, deadline)) {
        case Sent() -> {}
        case Parked() -> parked++;
        case Stuck(String reason) -> {
          return new Progress.Stopped(sent, parked, owed.change().sequenceNumber(), reason);
        }
      }
    }
    return new Progress.Whole(sent, parked);
  }

  private Fate fate(Owed owed, Map<String, Unsent> unsent, Deadline deadline) {
    return switch (owed) {
      case Illegible(Change change, String fault) -> parked(change, fault, deadline);
      case Legible(Change change, CloudEventMessage message) ->
          fate(change, unsent.get(message.id()), deadline);
    };
  }

  private Fate fate(Change change, @Nullable Unsent unsent, Deadline deadline) {
    if (unsent == null) {
      return new Sent();
    }
    return unsent.permanent()
        ? parked(change, unsent.reason(), deadline)
        : new Stuck(unsent.reason());
  }

  private Fate parked(Change change, String reason, Deadline deadline) {
    try {
      deadLetters.send(change.letter(reason), deadline.within(CALL_BUDGET));
      return new Parked();
    } catch (DeadLettersUnavailableException unavailable) {
      return new Stuck(FaultName.atRootOf(unavailable));
    }
  }
}
