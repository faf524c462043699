package dev.rampline.reconcile;

import dev.rampline.event.VerifiedEvent;
import dev.rampline.ingest.IngestResult;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * An answer of the API, and what became of it.
 *
 * @param event the word
 * @param result what it changed
 * @param updatedAt when the provider changed the order last, where the answer says so
 */
public record LookupResult(VerifiedEvent event, IngestResult result, @Nullable Instant updatedAt) {
  public LookupResult {
    Objects.requireNonNull(event, "observation");
    Objects.requireNonNull(result, "result");
  }
}
