package dev.rampline.emulator;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** The four shapes that a payload has on the provider's pages (provider.md §3.4). */
enum PayloadShape {
  /** Everything at the top, with a time. */
  FLAT("orderId") {
    @Override
    ObjectNode wrap(String event, ObjectNode body, @Nullable Instant at) {
      ObjectNode root =
          withTimestamp(JsonNodeFactory.instance.objectNode().put("eventName", event), at);
      return root.setAll(body);
    }
  },
  /** Event name, and the rest in {@code data}; no time. */
  NESTED("id") {
    @Override
    ObjectNode wrap(String event, ObjectNode body, @Nullable Instant at) {
      ObjectNode root = JsonNodeFactory.instance.objectNode().put("eventName", event);
      return root.set("data", body);
    }
  },
  /** The same with a time. */
  TIMESTAMPED("id") {
    @Override
    ObjectNode wrap(String event, ObjectNode body, @Nullable Instant at) {
      return withTimestamp(NESTED.wrap(event, body, at), at);
    }
  },
  /** As the provider's model has it. */
  TRANSAK("id") {
    @Override
    ObjectNode wrap(String event, ObjectNode body, @Nullable Instant at) {
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

  /** What this shape calls the order's id. */
  String orderId() {
    return orderId;
  }

  /** The payload around a body. */
  abstract ObjectNode wrap(String event, ObjectNode body, @Nullable Instant at);

  private static ObjectNode withTimestamp(ObjectNode root, @Nullable Instant at) {
    return at == null ? root : root.put("timestamp", at.toString());
  }
}
