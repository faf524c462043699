package dev.rampline.decoding;

import dev.rampline.event.VerifiedEvent;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The provider API's response about one order.
 *
 * @param event the event
 * @param updatedAt when the provider last updated the order; null if the response does not say
 */
public record OrderResponse(VerifiedEvent event, @Nullable Instant updatedAt) {
  public OrderResponse {
    Objects.requireNonNull(event, "event");
  }
}
