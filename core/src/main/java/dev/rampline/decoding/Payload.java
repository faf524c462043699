package dev.rampline.decoding;

import dev.rampline.json.Json;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The parts of a payload in any of the provider's shapes ({@code
 * docs/provider-api.md#payload-shapes}).
 *
 * @param root the whole payload
 * @param body the objects that describe the subject; the first has precedence
 * @param timestamped whether the root's {@code createdAt} is the event's time and not the order's
 *     ({@code docs/provider-api.md#s4})
 */
record Payload(Json.Obj root, List<Json.Obj> body, boolean timestamped) {
  Payload {
    body = List.copyOf(body);
  }

  static Payload of(Json.Obj root) {
    return object(root, Vocabulary.DATA)
        .map(data -> new Payload(root, List.of(data), false))
        .or(() -> object(root, Vocabulary.WEBHOOK_DATA).map(nested -> ofWebhookData(root, nested)))
        .orElseGet(() -> new Payload(root, List.of(root), false));
  }

  /** Returns the object member with that name. */
  static Optional<Json.Obj> object(Json.Obj parent, String name) {
    return parent.get(name).filter(Json.Obj.class::isInstance).map(Json.Obj.class::cast);
  }

  private static Payload ofWebhookData(Json.Obj root, Json.Obj nested) {
    Json.Obj flat = withoutDeliveryId(root);
    if (hasAny(flat, Vocabulary.FLAT_ROOT_MARKERS)) {
      return new Payload(root, List.of(flat, nested), false);
    }
    return hasAny(nested, Vocabulary.BODY_MARKERS)
        ? new Payload(root, List.of(nested), true)
        : new Payload(root, List.of(flat), false);
  }

  /**
   * Removes the root's own id: next to a nested object it identifies the delivery, never the order
   * ({@code docs/provider-api.md#a7}).
   */
  private static Json.Obj withoutDeliveryId(Json.Obj root) {
    Map<String, Json> members = new LinkedHashMap<>(root.members());
    Vocabulary.DELIVERY_ID_NAMES.forEach(members::remove);
    return new Json.Obj(members);
  }

  private static boolean hasAny(Json.Obj part, List<String> names) {
    return names.stream()
        .flatMap(name -> part.get(name).stream())
        .anyMatch(ValueFormat.CODE::hasValue);
  }
}
