package dev.rampline.inspector;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.rampline.subscriber.socket.SubscriptionStatus;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The state of the subscription to the provider's socket.
 *
 * @param present whether a subscriber runs in this process
 * @param connectedSince the time of the connection; null if not connected
 * @param lastAt the time of the last event; null if there was none
 */
public record SocketState(
    boolean present, @Nullable Instant connectedSince, @Nullable Instant lastAt) {
  /** No subscriber runs. */
  public static final SocketState ABSENT = new SocketState(false, null, null);

  /** Returns the state of a running subscriber. */
  public static SocketState of(SubscriptionStatus status) {
    return new SocketState(
        true, status.subscribedSince().orElse(null), status.lastEventAt().orElse(null));
  }

  /**
   * Converts it.
   *
   * @param lastRecorded the time of the last recorded event; null if there was none
   */
  ObjectNode toJson(@Nullable Instant lastRecorded) {
    return JsonNodes.object()
        .put("present", present)
        .put("connected", connectedSince != null)
        .put("since", JsonNodes.text(connectedSince))
        .put("lastAt", JsonNodes.text(lastAt == null ? lastRecorded : lastAt));
  }
}
