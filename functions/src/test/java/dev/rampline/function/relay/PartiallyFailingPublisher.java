package dev.rampline.function.relay;

import dev.rampline.ingest.Publisher;
import dev.rampline.message.CloudEventMessage;
import dev.rampline.time.Deadline;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** A queue that refuses some messages, and remembers the others call by call. */
final class PartiallyFailingPublisher implements Publisher {
  private final Set<String> refused;
  private final boolean permanent;
  private final List<List<String>> calls = new ArrayList<>();

  PartiallyFailingPublisher(boolean permanent, Set<String> refused) {
    this.permanent = permanent;
    this.refused = refused;
  }

  @Override
  public List<Unsent> publish(List<CloudEventMessage> messages, Deadline deadline) {
    calls.add(
        messages.stream().map(CloudEventMessage::id).filter(id -> !refused.contains(id)).toList());
    return messages.stream()
        .filter(message -> refused.contains(message.id()))
        .map(message -> new Unsent(message, permanent, "Refused"))
        .toList();
  }

  List<List<String>> calls() {
    return calls;
  }
}
