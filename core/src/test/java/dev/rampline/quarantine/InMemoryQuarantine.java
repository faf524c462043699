package dev.rampline.quarantine;

import dev.rampline.ingest.QueueUnavailableException;
import dev.rampline.time.Deadline;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** A quarantine in memory that can fail. */
public final class InMemoryQuarantine implements Quarantine {
  private final List<QuarantinedPayload> payloads = new CopyOnWriteArrayList<>();
  private volatile boolean failing;

  @Override
  public void keep(QuarantinedPayload payload, Deadline deadline) {
    if (failing || deadline.hasPassed()) {
      throw new QueueUnavailableException("The quarantine fails", null);
    }
    payloads.add(payload);
  }

  /** Returns the payloads, the oldest first. */
  public List<QuarantinedPayload> payloads() {
    return List.copyOf(payloads);
  }

  /** Makes all further calls fail. */
  public void fail() {
    failing = true;
  }
}
