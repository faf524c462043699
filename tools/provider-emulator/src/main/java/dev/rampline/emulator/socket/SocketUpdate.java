package dev.rampline.emulator.socket;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/**
 * One {@code order:update} event.
 *
 * @param body the payload; its {@code event} is the event name
 */
public record SocketUpdate(ObjectNode body) {
  private static final String EVENT = "event";
  private static final String ORDER_ID = "orderId";
  private static final String USER_ID = "userId";
  private static final String PONG = "PONG";

  public SocketUpdate {
    Objects.requireNonNull(body, "body");
  }

  /** An update about an order. */
  public static SocketUpdate ofOrder(String event, String orderId) {
    return of(event).with(ORDER_ID, orderId);
  }

  /** An update about a customer's KYC. */
  public static SocketUpdate ofCustomer(String userId, String newStatus) {
    return of("KYC_STATUS_CHANGED").with(USER_ID, userId).with("newStatus", newStatus);
  }

  static SocketUpdate pong(Instant now) {
    return of(PONG).with("timestamp", now.toString());
  }

  private static SocketUpdate of(String event) {
    return new SocketUpdate(JsonNodeFactory.instance.objectNode().put(EVENT, event));
  }

  /** The same update with one more member. */
  public SocketUpdate with(String name, String value) {
    return new SocketUpdate(body.deepCopy().put(name, value));
  }

  boolean isHeartbeat() {
    return body.path(EVENT).asText().equals(PONG);
  }

  /** The order ID, if it is about an order. */
  public Optional<String> orderId() {
    return member(ORDER_ID);
  }

  /** The customer ID, if it is about a customer. */
  public Optional<String> userId() {
    return member(USER_ID);
  }

  private Optional<String> member(String name) {
    return Optional.ofNullable(body.get(name)).map(JsonNode::asText);
  }
}
