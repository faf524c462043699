package dev.rampline.testkit.provider;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The four payload shapes on the provider's pages ({@code docs/provider-api.md#payload-shapes}).
 */
public enum PayloadShape {
  /** All members at the top level, with a time. */
  FLAT("orderId") {
    @Override
    public ObjectNode wrap(String event, ObjectNode body, @Nullable Instant at) {
      ObjectNode root =
          withTimestamp(JsonNodeFactory.instance.objectNode().put("eventName", event), at);
      return root.setAll(body);
    }
  },
  /** An event name, and all else in {@code data}; no time. */
  NESTED("id") {
    @Override
    public ObjectNode wrap(String event, ObjectNode body, @Nullable Instant at) {
      ObjectNode root = JsonNodeFactory.instance.objectNode().put("eventName", event);
      return root.set("data", body);
    }
  },
  /** An event name and a time, and all else in {@code data}. */
  TIMESTAMPED("id") {
    @Override
    public ObjectNode wrap(String event, ObjectNode body, @Nullable Instant at) {
      return withTimestamp(NESTED.wrap(event, body, at), at);
    }
  },
  /** The shape of Transak, the provider's model. */
  TRANSAK("id") {
    @Override
    public ObjectNode wrap(String event, ObjectNode body, @Nullable Instant at) {
      ObjectNode root = JsonNodeFactory.instance.objectNode();
      root.set("webhookData", body);
      root.put("eventID", event);
      return at == null ? root : root.put("createdAt", at.toString());
    }
  };

  private final String orderId;

  PayloadShape(String orderId) {
    this.orderId = orderId;
  }

  /** The name of the order ID in this shape. */
  public String orderId() {
    return orderId;
  }

  /** The payload with that body. */
  public abstract ObjectNode wrap(String event, ObjectNode body, @Nullable Instant at);

  private static ObjectNode withTimestamp(ObjectNode root, @Nullable Instant at) {
    return at == null ? root : root.put("timestamp", at.toString());
  }
}
