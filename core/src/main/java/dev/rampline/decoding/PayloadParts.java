package dev.rampline.decoding;

import dev.rampline.json.Json;
import dev.rampline.json.JsonReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Finds the objects of a payload that describe its subject. An object in an envelope member has
 * precedence over the object around it; the text of a JSON value counts as that value. Not
 * thread-safe, and for one payload.
 */
final class PayloadParts {
  /** Maximum nesting of envelopes. */
  private static final int MAX_NESTING = 4;

  private static final List<String> DELIVERY_MEMBERS =
      List.of("id", "_id", DocumentedFields.CREATED_AT);

  private static final List<String> DOCUMENTED =
      List.of(DocumentedFields.DATA, DocumentedFields.WEBHOOK_DATA);

  private final Vocabulary vocabulary;
  private final List<Json.Obj> orders = new ArrayList<>();
  private boolean severalObjects;
  private boolean severalOrderIds;

  PayloadParts(Vocabulary vocabulary) {
    this.vocabulary = vocabulary;
  }

  Payload read(Json.Obj root) {
    List<Json.Obj> body = parts(root, 0);
    boolean timestamped = envelope(root, DocumentedFields.WEBHOOK_DATA) != null && !isFlat(root);
    return new Payload(root, body, orders, timestamped, severalObjects, severalOrderIds);
  }

  private List<Json.Obj> parts(Json.Obj object, int depth) {
    List<Envelope> envelopes = depth < MAX_NESTING ? envelopes(object) : List.of();
    for (String name : vocabulary.envelope()) {
      severalObjects |= isBatch(object, name);
    }
    if (envelopes.isEmpty()) {
      boolean besideObject = Payload.object(object, DocumentedFields.WEBHOOK_DATA).isPresent();
      return List.of(besideObject ? withoutDeliveryId(object) : object);
    }
    List<Json.Obj> parts = new ArrayList<>();
    for (Envelope child : envelopes) {
      parts.addAll(parts(child, depth + 1));
    }
    severalOrderIds |= isAmbiguous(object, envelopes);
    boolean flat = isFlat(object);
    boolean bag = flat && envelopes.getFirst().name().equals(DocumentedFields.WEBHOOK_DATA);
    Json.Obj around = flat ? withoutDeliveryId(object) : object.without(DELIVERY_MEMBERS);
    parts.add(bag ? 0 : parts.size(), around);
    return parts;
  }

  private List<Json.Obj> parts(Envelope child, int depth) {
    List<Json.Obj> parts = parts(child.content(), depth);
    if (child.name().equals(DocumentedFields.ORDER)) {
      orders.addAll(parts);
    }
    return parts;
  }

  private List<Envelope> envelopes(Json.Obj object) {
    List<Envelope> envelopes = new ArrayList<>();
    for (String name : vocabulary.envelope()) {
      Envelope envelope = envelope(object, name);
      if (envelope != null) {
        envelopes.add(envelope);
      }
    }
    return envelopes;
  }

  private @Nullable Envelope envelope(Json.Obj object, String name) {
    Json value = object.members().get(name);
    Json.Obj content = value == null ? null : content(value, 0).orElse(null);
    return content != null && isPart(name, content, object) ? new Envelope(name, content) : null;
  }

  /** Returns the object in a value; a list of several objects has none. */
  private static Optional<Json.Obj> content(Json value, int depth) {
    return switch (value) {
      case Json.Obj object -> Optional.of(object);
      case Json.Text(String text) ->
          depth < MAX_NESTING && isJson(text)
              ? JsonReader.read(text).flatMap(inner -> content(inner, depth + 1))
              : Optional.empty();
      case Json.Arr(List<Json> items) -> {
        List<Json.Obj> objects = objects(items, depth);
        yield objects.size() == 1 ? Optional.of(objects.getFirst()) : Optional.empty();
      }
      case Json.Num _, Json.Bool _, Json.Null _ -> Optional.empty();
    };
  }

  private static List<Json.Obj> objects(List<Json> items, int depth) {
    return items.stream().flatMap(item -> content(item, depth + 1).stream()).toList();
  }

  /** Returns whether the member lists several objects, and the object around it is none of them. */
  private boolean isBatch(Json.Obj object, String name) {
    return object.get(name).map(PayloadParts::decoded).orElse(null)
            instanceof Json.Arr(List<Json> items)
        && objects(items, 0).size() > 1
        && (DOCUMENTED.contains(name) || orderId(object) == null);
  }

  private static Json decoded(Json value) {
    return value instanceof Json.Text(String text) && isJson(text)
        ? JsonReader.read(text).orElse(value)
        : value;
  }

  private static boolean isJson(String text) {
    String stripped = text.strip();
    return stripped.startsWith("{") || stripped.startsWith("[") || stripped.startsWith("\"");
  }

  /** An object other than {@code data} is a part of the body if it says whom it is about. */
  private boolean isPart(String name, Json.Obj content, Json.Obj object) {
    return switch (name) {
      case DocumentedFields.DATA -> true;
      case DocumentedFields.WEBHOOK_DATA -> isFlat(object) || describesSubject(content, 0);
      default -> describesSubject(content, 0);
    };
  }

  private boolean describesSubject(Json.Obj object, int depth) {
    return hasAny(object, vocabulary.bodyMarkers())
        || (depth < MAX_NESTING
            && vocabulary.envelope().stream()
                .flatMap(name -> object.get(name).flatMap(value -> content(value, 0)).stream())
                .anyMatch(child -> describesSubject(child, depth + 1)));
  }

  /** An object beside others with their own ids, or around one, may itself be the order. */
  private boolean isAmbiguous(Json.Obj object, List<Envelope> envelopes) {
    String id = isCompleteAround(object, envelopes) ? orderId(object) : null;
    for (Envelope child : envelopes) {
      String childId = orderId(child.content());
      if (id != null && childId != null && !childId.equals(id)) {
        return true;
      }
      id = id == null ? childId : id;
    }
    return false;
  }

  /** The documented envelopes stand beside the id of the delivery, others perhaps do not. */
  private boolean isCompleteAround(Json.Obj object, List<Envelope> envelopes) {
    for (Envelope child : envelopes) {
      if (DOCUMENTED.contains(child.name())) {
        return false;
      }
    }
    return isFlat(object);
  }

  private @Nullable String orderId(Json.Obj object) {
    for (MemberPath name : vocabulary.orderId().names()) {
      Json value = object.members().get(name.text());
      Optional<String> id = value == null ? Optional.empty() : ValueFormat.CODE.read(value);
      if (id.isPresent()) {
        return id.get();
      }
    }
    return null;
  }

  private boolean isFlat(Json.Obj object) {
    return hasAny(object, vocabulary.flatMembers());
  }

  /**
   * Removes the object's own id: next to a nested object it identifies the delivery, never the
   * order ({@code docs/provider-api.md#a7}).
   */
  private static Json.Obj withoutDeliveryId(Json.Obj object) {
    return object.without(DocumentedFields.DELIVERY_IDS);
  }

  private static boolean hasAny(Json.Obj object, Set<String> names) {
    for (Map.Entry<String, Json> member : object.members().entrySet()) {
      if (names.contains(member.getKey()) && ValueFormat.CODE.hasValue(member.getValue())) {
        return true;
      }
    }
    return false;
  }

  /** An object in an envelope member. */
  private record Envelope(String name, Json.Obj content) {}
}
