package dev.rampline.inspector;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.rampline.subscriber.socket.SubscriptionStatus;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How the subscription to the provider's socket does.
 *
 * @param present whether a subscriber runs in this process
 * @param connectedSince since when words are heard; null while none are
 * @param lastAt when one was heard last
 */
public record SocketState(
    boolean present, @Nullable Instant connectedSince, @Nullable Instant lastAt) {
  /** Nobody listens here. */
  public static final SocketState ABSENT = new SocketState(false, null, null);

  /** A subscriber runs, and says so of its subscription. */
  public static SocketState of(SubscriptionStatus status) {
    return new SocketState(
        true, status.subscribedSince().orElse(null), status.lastEventAt().orElse(null));
  }

  ObjectNode toJson() {
    return JsonNodes.object()
        .put("present", present)
        .put("connected", connectedSince != null)
        .put("since", JsonNodes.text(connectedSince))
        .put("lastAt", JsonNodes.text(lastAt));
  }
}
