package dev.rampline.devkit.emulator;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** The four shapes that a payload has on the provider's pages (provider.md §3.4). */
enum Shape {
  /** Everything at the top, with a time. */
  FLAT("orderId") {
    @Override
    ObjectNode around(String event, ObjectNode body, @Nullable Instant at) {
      ObjectNode root = timed(JsonNodeFactory.instance.objectNode().put("eventName", event), at);
      return root.setAll(body);
    }
  },
  /** Event name, and the rest in {@code data}; no time. */
  NESTED("id") {
    @Override
    ObjectNode around(String event, ObjectNode body, @Nullable Instant at) {
      ObjectNode root = JsonNodeFactory.instance.objectNode().put("eventName", event);
      return root.set("data", body);
    }
  },
  /** The same with a time. */
  TIMESTAMPED("id") {
    @Override
    ObjectNode around(String event, ObjectNode body, @Nullable Instant at) {
      return timed(NESTED.around(event, body, at), at);
    }
  },
  /** As the provider's model has it. */
  TRANSAK("id") {
    @Override
    ObjectNode around(String event, ObjectNode body, @Nullable Instant at) {
      ObjectNode root = JsonNodeFactory.instance.objectNode();
      root.set("webhookData", body);
      root.put("eventID", event);
      return at == null ? root : root.put("createdAt", at.toString());
    }
  };

  private final String orderId;

  Shape(String orderId) {
    this.orderId = orderId;
  }

  /** What this shape calls the order's id. */
  String orderId() {
    return orderId;
  }

  /** The payload around a body. */
  abstract ObjectNode around(String event, ObjectNode body, @Nullable Instant at);

  private static ObjectNode timed(ObjectNode root, @Nullable Instant at) {
    return at == null ? root : root.put("timestamp", at.toString());
  }
}
