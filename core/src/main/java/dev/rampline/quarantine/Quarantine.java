package dev.rampline.quarantine;

import dev.rampline.time.Deadline;

/**
 * The quarantine: authentic payloads that cannot be placed, until an operator decides.
 * Implementations are thread-safe and make one call.
 */
public interface Quarantine {
  /**
   * Keeps a payload.
   *
   * @throws dev.rampline.ingest.QueueUnavailableException if the quarantine did not confirm that it
   *     has the payload
   */
  void keep(QuarantinedPayload payload, Deadline deadline);
}
