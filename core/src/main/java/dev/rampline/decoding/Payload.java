package dev.rampline.decoding;

import dev.rampline.event.Subject;
import dev.rampline.json.Json;
import java.util.List;
import java.util.Optional;

/**
 * The parts of a payload in any of the provider's shapes ({@code
 * docs/provider-api.md#payload-shapes}).
 *
 * @param root the whole payload
 * @param body the objects that describe the subject; the first has precedence
 * @param orders those of them that are in a member for an order: their status is not a customer's
 * @param timestamped whether the root's {@code createdAt} is the event's time and not the order's
 *     ({@code docs/provider-api.md#s4})
 * @param severalObjects whether the payload is a list of several subjects
 * @param severalOrderIds whether objects contain different order ids, and nothing says which one
 *     the event is about
 */
record Payload(
    Json.Obj root,
    List<Json.Obj> body,
    List<Json.Obj> orders,
    boolean timestamped,
    boolean severalObjects,
    boolean severalOrderIds) {
  Payload {
    body = List.copyOf(body);
    orders = List.copyOf(orders);
  }

  static Payload of(Json.Obj root, Vocabulary vocabulary) {
    return new PayloadParts(vocabulary).read(root);
  }

  /** Returns whether it is unclear which subject of that kind the event is about. */
  boolean isAboutSeveral(Subject.Kind kind) {
    return severalObjects || (severalOrderIds && kind == Subject.Kind.ORDER);
  }

  /** Returns the object member with that name. */
  static Optional<Json.Obj> object(Json.Obj parent, String name) {
    return parent.members().get(name) instanceof Json.Obj object
        ? Optional.of(object)
        : Optional.empty();
  }
}
