package dev.rampline.reconcile;

import dev.rampline.event.VerifiedEvent;
import dev.rampline.ingest.IngestResult;
import dev.rampline.lifecycle.Decision;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * An API response and the result of processing it.
 *
 * @param event the event
 * @param result what the event changed
 * @param updatedAt when the provider last updated the order; null if the response does not say
 */
public record LookupResult(VerifiedEvent event, IngestResult result, @Nullable Instant updatedAt) {
  public LookupResult {
    Objects.requireNonNull(event, "event");
    Objects.requireNonNull(result, "result");
  }

  /**
   * Returns whether the response reported a state before any webhook did. The first scan of the
   * provider's past orders does not count: their webhooks were sent before.
   */
  public boolean isFirstReport() {
    return result.decision() instanceof Decision.StateChanged && !event.metadata().backfill();
  }
}
