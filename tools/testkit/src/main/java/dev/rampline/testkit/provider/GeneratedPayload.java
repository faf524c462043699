package dev.rampline.testkit.provider;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A payload, and what must follow from it.
 *
 * @param json the payload
 * @param outcome where it must end
 * @param term the undocumented term that flags the record; empty if nothing does
 * @param at the time that the payload gives; null if it gives none
 */
public record GeneratedPayload(
    JsonNode json, PayloadOutcome outcome, String term, @Nullable Instant at) {
  @Override
  public String toString() {
    return outcome + (term.isEmpty() ? "" : " by " + term);
  }
}
