package dev.rampline.ingest;

import dev.rampline.observation.Observation;
import dev.rampline.time.Deadline;
import java.util.ArrayList;
import java.util.List;

/** A spill that is forgotten with the process; it can be down. */
public final class InMemorySpill implements Spill {
  private final List<String> documents = new ArrayList<>();
  private boolean down;

  @Override
  public synchronized void keep(Observation observation, Deadline deadline) {
    if (down || deadline.hasPassed()) {
      throw new SpillUnavailableException("As the test wants it", null);
    }
    documents.add(SpillDocument.write(observation));
  }

  /** Takes no more. */
  public synchronized void goDown() {
    down = true;
  }

  /** Every document, in the order in which it came. */
  public synchronized List<String> documents() {
    return List.copyOf(documents);
  }
}
