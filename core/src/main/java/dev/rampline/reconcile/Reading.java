package dev.rampline.reconcile;

import dev.rampline.ingest.IngestResult;
import dev.rampline.observation.Observation;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * An answer of the API, and what became of it.
 *
 * @param observation the word
 * @param result what it changed
 * @param updatedAt when the provider changed the order last, where the answer says so
 */
public record Reading(Observation observation, IngestResult result, @Nullable Instant updatedAt) {
  public Reading {
    Objects.requireNonNull(observation, "observation");
    Objects.requireNonNull(result, "result");
  }
}
