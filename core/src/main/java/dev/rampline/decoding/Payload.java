package dev.rampline.decoding;

import dev.rampline.json.Json;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The parts of a payload, whichever of the provider's shapes it has (provider.md §3.4, A7).
 *
 * @param root the whole payload
 * @param body where the subject is told of; where there are two parts, the first wins
 * @param timestamped whether the root's {@code createdAt} is the event's time and not the order's
 *     (S4)
 */
record Payload(Json.Obj root, List<Json.Obj> body, boolean timestamped) {
  Payload {
    body = List.copyOf(body);
  }

  static Payload of(Json.Obj root) {
    return object(root, Vocabulary.DATA)
        .map(data -> new Payload(root, List.of(data), false))
        .or(() -> object(root, Vocabulary.WEBHOOK_DATA).map(bag -> ofWebhookData(root, bag)))
        .orElseGet(() -> new Payload(root, List.of(root), false));
  }

  /** The object under a name, if there is one. */
  static Optional<Json.Obj> object(Json.Obj parent, String name) {
    return parent.get(name).filter(Json.Obj.class::isInstance).map(Json.Obj.class::cast);
  }

  private static Payload ofWebhookData(Json.Obj root, Json.Obj bag) {
    Json.Obj flat = withoutDeliveryId(root);
    if (hasAny(flat, Vocabulary.FLAT_ROOT_MARKERS)) {
      return new Payload(root, List.of(flat, bag), false);
    }
    return hasAny(bag, Vocabulary.BODY_MARKERS)
        ? new Payload(root, List.of(bag), true)
        : new Payload(root, List.of(flat), false);
  }

  /** Beside an object, the root's own id is the delivery's and never the order's (A7). */
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
