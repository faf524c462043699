package dev.rampline.ingest;

import dev.rampline.time.Deadline;
import java.util.ArrayList;
import java.util.List;

/** An in-memory dead-letter queue; it can be made unavailable. */
public final class InMemoryDeadLetters implements DeadLetters {
  private final List<DeadLetter> messages = new ArrayList<>();
  private boolean refusing;

  @Override
  public synchronized void send(DeadLetter message, Deadline deadline) {
    if (refusing || deadline.hasPassed()) {
      throw new QueueUnavailableException("Injected failure", null);
    }
    messages.add(message);
  }

  /** Rejects all further messages. */
  public synchronized void fail() {
    refusing = true;
  }

  /** Returns all messages in the order of arrival. */
  public synchronized List<DeadLetter> messages() {
    return List.copyOf(messages);
  }
}
