package dev.rampline.ingest;

import dev.rampline.time.Deadline;
import java.util.ArrayList;
import java.util.List;

/** An in-memory dead-letter queue; it can be made unavailable. */
public final class InMemoryDeadLetters implements DeadLetters {
  private final List<DeadLetter> letters = new ArrayList<>();
  private boolean refusing;

  @Override
  public synchronized void send(DeadLetter message, Deadline deadline) {
    if (refusing || deadline.hasPassed()) {
      throw new QueueUnavailableException("As the test wants it", null);
    }
    letters.add(message);
  }

  /** Takes no more. */
  public synchronized void refuse() {
    refusing = true;
  }

  /** All messages, in the order of arrival. */
  public synchronized List<DeadLetter> letters() {
    return List.copyOf(letters);
  }
}
