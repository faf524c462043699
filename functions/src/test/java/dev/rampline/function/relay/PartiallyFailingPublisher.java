package dev.rampline.function.relay;

import dev.rampline.ingest.Publisher;
import dev.rampline.message.CloudEventMessage;
import dev.rampline.time.Deadline;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** A publisher that rejects some messages and records the others call by call. */
final class PartiallyFailingPublisher implements Publisher {
  private final Set<String> rejected;
  private final boolean permanent;
  private final List<List<String>> calls = new ArrayList<>();

  PartiallyFailingPublisher(boolean permanent, Set<String> rejected) {
    this.permanent = permanent;
    this.rejected = rejected;
  }

  @Override
  public List<Unsent> publish(List<CloudEventMessage> messages, Deadline deadline) {
    calls.add(
        messages.stream().map(CloudEventMessage::id).filter(id -> !rejected.contains(id)).toList());
    return messages.stream()
        .filter(message -> rejected.contains(message.id()))
        .map(message -> new Unsent(message, permanent, "Refused"))
        .toList();
  }

  List<List<String>> calls() {
    return calls;
  }
}
