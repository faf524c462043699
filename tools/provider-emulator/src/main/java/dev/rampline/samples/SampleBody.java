package dev.rampline.samples;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.stream.Stream;

/** Finds the object in a payload that contains the subject's ID. */
final class SampleBody {
  private static final List<String> PLACES = List.of("/data", "/webhookData");
  private static final List<String> ORDER_IDS = List.of("orderId", "id");
  private static final List<String> CUSTOMER_IDS = List.of("partnerCustomerId", "userId");

  private SampleBody() {}

  /** The body; for a flat payload, the payload itself. */
  static ObjectNode of(ObjectNode root) {
    return PLACES.stream()
        .map(root::at)
        .filter(ObjectNode.class::isInstance)
        .map(ObjectNode.class::cast)
        .filter(SampleBody::hasSubject)
        .findFirst()
        .orElse(root);
  }

  /** The name of the order ID member in that body. */
  static String orderIdName(ObjectNode body) {
    return ORDER_IDS.stream().filter(body::has).findFirst().orElseThrow();
  }

  private static boolean hasSubject(ObjectNode body) {
    return Stream.concat(ORDER_IDS.stream(), CUSTOMER_IDS.stream()).anyMatch(body::has);
  }
}
