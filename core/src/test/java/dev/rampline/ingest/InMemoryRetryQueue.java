package dev.rampline.ingest;

import dev.rampline.event.VerifiedEvent;
import dev.rampline.time.Deadline;
import java.util.ArrayList;
import java.util.List;

/** An in-memory retry queue; it can be made unavailable. */
public final class InMemoryRetryQueue implements RetryQueue {
  private final List<String> documents = new ArrayList<>();
  private boolean down;

  @Override
  public synchronized void enqueue(VerifiedEvent observation, Deadline deadline) {
    if (down || deadline.hasPassed()) {
      throw new QueueUnavailableException("As the test wants it", null);
    }
    documents.add(RetryDocument.write(observation));
  }

  /** Takes no more. */
  public synchronized void fail() {
    down = true;
  }

  /** Every document, in the order in which it came. */
  public synchronized List<String> documents() {
    return List.copyOf(documents);
  }
}
