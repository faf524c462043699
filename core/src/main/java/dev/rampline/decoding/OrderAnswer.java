package dev.rampline.decoding;

import dev.rampline.observation.Observation;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What the provider's API answers about one order.
 *
 * @param observation the word
 * @param updatedAt when the provider changed the order last; null where the answer does not say
 */
public record OrderAnswer(Observation observation, @Nullable Instant updatedAt) {
  public OrderAnswer {
    Objects.requireNonNull(observation, "observation");
  }
}
