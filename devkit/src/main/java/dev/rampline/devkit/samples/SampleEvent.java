package dev.rampline.devkit.samples;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
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
  private static final List<String> BODIES = List.of("/data", "/webhookData", "");
  private static final List<String> ORDER_IDS = List.of("orderId", "id");

  public SampleEvent {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(event, "event");
    Objects.requireNonNull(side, "side");
    Objects.requireNonNull(shape, "shape");
    Objects.requireNonNull(payload, "payload");
  }

  /**
   * The same event of another order.
   *
   * @throws IllegalArgumentException if the event is about no order
   */
  public SampleEvent withOrderId(String orderId) {
    ObjectNode root = SampleJson.object(payload);
    for (String body : BODIES) {
      if (root.at(body) instanceof ObjectNode object && replaceOrderId(object, orderId)) {
        return new SampleEvent(name, event, side, shape, SampleJson.pretty(root));
      }
    }
    throw new IllegalArgumentException(event + " is about no order");
  }

  private static boolean replaceOrderId(ObjectNode body, String orderId) {
    for (String member : ORDER_IDS) {
      if (body.has(member)) {
        body.put(member, orderId);
        return true;
      }
    }
    return false;
  }
}
