package dev.rampline.devkit.samples;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Objects;

/**
 * A payload of {@code events/payloads}.
 *
 * @param name of its file, without the ending
 * @param event the provider's name for it
 * @param side {@code on-ramp}, {@code off-ramp}, {@code kyc} or {@code none}
 * @param shape {@code flat}, {@code nested}, {@code timestamped} or {@code transak}: S1, S2, S3 and
 *     S4 of provider.md §3.4
 * @param payload its text, as the file has it
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
   * The same event of another order.
   *
   * @throws IllegalArgumentException if the event is about no order
   */
  public SampleEvent withOrderId(String orderId) {
    if (!isAboutOrder()) {
      throw new IllegalArgumentException(event + " is about no order");
    }
    ObjectNode root = SampleJson.object(payload);
    ObjectNode body = SampleBody.of(root);
    body.put(SampleBody.orderIdName(body), orderId);
    return withPayload(SampleJson.pretty(root));
  }

  /** The same event with other members in its body. */
  SampleEvent with(ObjectNode members) {
    ObjectNode root = SampleJson.object(payload);
    SampleBody.of(root).setAll(members);
    return withPayload(SampleJson.pretty(root));
  }

  SampleEvent withPayload(String text) {
    return new SampleEvent(name, event, side, shape, text);
  }
}
