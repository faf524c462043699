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
  public synchronized void enqueue(VerifiedEvent event, Deadline deadline) {
    if (down || deadline.hasPassed()) {
      throw new QueueUnavailableException("Injected failure", null);
    }
    documents.add(RetryDocument.write(event));
  }

  /** Rejects all further events. */
  public synchronized void fail() {
    down = true;
  }

  /** Returns all documents in the order of arrival. */
  public synchronized List<String> documents() {
    return List.copyOf(documents);
  }
}
