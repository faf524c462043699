package dev.rampline.devkit.inspector;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.Optional;
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

  /** A subscriber runs; it is connected since then, if at all. */
  public static SocketState of(Optional<Instant> connectedSince, Optional<Instant> lastAt) {
    return new SocketState(true, connectedSince.orElse(null), lastAt.orElse(null));
  }

  ObjectNode told() {
    return Nodes.object()
        .put("present", present)
        .put("connected", connectedSince != null)
        .put("since", Nodes.text(connectedSince))
        .put("lastAt", Nodes.text(lastAt));
  }
}
