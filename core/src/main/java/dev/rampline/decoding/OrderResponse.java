package dev.rampline.decoding;

import dev.rampline.event.VerifiedEvent;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What the provider's API answers about one order.
 *
 * @param event the word
 * @param updatedAt when the provider changed the order last; null where the answer does not say
 */
public record OrderResponse(VerifiedEvent event, @Nullable Instant updatedAt) {
  public OrderResponse {
    Objects.requireNonNull(event, "observation");
  }
}
