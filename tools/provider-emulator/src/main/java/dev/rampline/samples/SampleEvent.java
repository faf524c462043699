package dev.rampline.samples;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Objects;

/**
 * A payload of {@code events/payloads}.
 *
 * @param name the file name without extension
 * @param event the provider's event name
 * @param side {@code on-ramp}, {@code off-ramp}, {@code kyc} or {@code none}
 * @param shape {@code flat}, {@code nested}, {@code timestamped} or {@code transak}: the shapes S1
 *     to S4 of {@code docs/provider-api.md#payload-shapes}
 * @param payload the text of the file
 */
public record SampleEvent(String name, String event, String side, String shape, String payload) {
  public SampleEvent {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(event, "event");
    Objects.requireNonNull(side, "side");
    Objects.requireNonNull(shape, "shape");
    Objects.requireNonNull(payload, "payload");
  }

  /** Whether it is about an order. */
  public boolean isAboutOrder() {
    return side.endsWith("-ramp");
  }

  /**
   * The same event for another order.
   *
   * @throws IllegalArgumentException if the event is not about an order
   */
  public SampleEvent withOrderId(String orderId) {
    if (!isAboutOrder()) {
      throw new IllegalArgumentException(event + " is not about an order");
    }
    ObjectNode root = SampleJson.object(payload);
    ObjectNode body = SampleBody.of(root);
    body.put(SampleBody.orderIdName(body), orderId);
    return withPayload(SampleJson.pretty(root));
  }

  /** The same event with additional body members. */
  SampleEvent with(ObjectNode members) {
    ObjectNode root = SampleJson.object(payload);
    SampleBody.of(root).setAll(members);
    return withPayload(SampleJson.pretty(root));
  }

  SampleEvent withPayload(String text) {
    return new SampleEvent(name, event, side, shape, text);
  }
}
