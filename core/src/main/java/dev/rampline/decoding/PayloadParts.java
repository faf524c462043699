package dev.rampline.decoding;

import dev.rampline.json.Json;
import dev.rampline.json.JsonReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
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

  private final Vocabulary vocabulary;
  private final List<Json.Obj> orders = new ArrayList<>();
  private boolean severalObjects;
  private boolean severalOrderIds;

  PayloadParts(Vocabulary vocabulary) {
    this.vocabulary = vocabulary;
  }

  Payload read(Json.Obj root) {
    List<Json.Obj> body = parts(root, 0);
    boolean timestamped =
        !isFlat(root)
            && envelopes(root).stream()
                .anyMatch(child -> child.name().equals(DocumentedFields.WEBHOOK_DATA));
    return new Payload(root, body, orders, timestamped, severalObjects, severalOrderIds);
  }

  private List<Json.Obj> parts(Json.Obj object, int depth) {
    List<Envelope> envelopes = depth < MAX_NESTING ? envelopes(object) : List.of();
    severalObjects |= vocabulary.envelope().stream().anyMatch(name -> isBatch(object, name));
    if (envelopes.isEmpty()) {
      boolean besideObject = Payload.object(object, DocumentedFields.WEBHOOK_DATA).isPresent();
      return List.of(besideObject ? withoutDeliveryId(object) : object);
    }
    List<Json.Obj> nested =
        envelopes.stream().flatMap(child -> parts(child, depth + 1).stream()).toList();
    severalOrderIds |= isAmbiguous(object, envelopes);
    boolean flat = isFlat(object);
    Json.Obj around = flat ? withoutDeliveryId(object) : Payload.without(object, DELIVERY_MEMBERS);
    boolean bag = flat && envelopes.getFirst().name().equals(DocumentedFields.WEBHOOK_DATA);
    return bag ? concat(List.of(around), nested) : concat(nested, List.of(around));
  }

  private List<Json.Obj> parts(Envelope child, int depth) {
    List<Json.Obj> parts = parts(child.content(), depth);
    if (child.name().equals(DocumentedFields.ORDER)) {
      orders.addAll(parts);
    }
    return parts;
  }

  private List<Envelope> envelopes(Json.Obj object) {
    return vocabulary.envelope().stream()
        .flatMap(
            name ->
                object.get(name).flatMap(value -> content(value, 0)).stream()
                    .map(content -> new Envelope(name, content)))
        .filter(child -> isPart(child, object))
        .toList();
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
    boolean documented =
        name.equals(DocumentedFields.DATA) || name.equals(DocumentedFields.WEBHOOK_DATA);
    return object.get(name).map(PayloadParts::decoded).orElse(null)
            instanceof Json.Arr(List<Json> items)
        && objects(items, 0).size() > 1
        && (documented || orderId(object) == null);
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
  private boolean isPart(Envelope child, Json.Obj object) {
    return switch (child.name()) {
      case DocumentedFields.DATA -> true;
      case DocumentedFields.WEBHOOK_DATA -> isFlat(object) || describesSubject(child.content(), 0);
      default -> describesSubject(child.content(), 0);
    };
  }

  private boolean describesSubject(Json.Obj object, int depth) {
    return hasAny(object, vocabulary::isBodyMarker)
        || (depth < MAX_NESTING
            && vocabulary.envelope().stream()
                .flatMap(name -> object.get(name).flatMap(value -> content(value, 0)).stream())
                .anyMatch(child -> describesSubject(child, depth + 1)));
  }

  /** An object beside others with their own ids, or around one, may itself be the order. */
  private boolean isAmbiguous(Json.Obj object, List<Envelope> envelopes) {
    List<String> ids =
        Stream.concat(
                envelopes.stream().map(child -> orderId(child.content())),
                Stream.of(isCompleteAround(object, envelopes) ? orderId(object) : null))
            .filter(Objects::nonNull)
            .distinct()
            .toList();
    return ids.size() > 1;
  }

  /** The documented envelopes stand beside the id of the delivery, others perhaps do not. */
  private boolean isCompleteAround(Json.Obj object, List<Envelope> envelopes) {
    return hasAny(object, vocabulary::isFlatMember)
        && envelopes.stream()
            .map(Envelope::name)
            .noneMatch(
                name ->
                    name.equals(DocumentedFields.DATA)
                        || name.equals(DocumentedFields.WEBHOOK_DATA));
  }

  private @Nullable String orderId(Json.Obj object) {
    return vocabulary.orderId().names().stream()
        .flatMap(name -> object.get(name).flatMap(ValueFormat.CODE::read).stream())
        .findFirst()
        .orElse(null);
  }

  private boolean isFlat(Json.Obj object) {
    return hasAny(object, vocabulary::isFlatMember);
  }

  /**
   * Removes the object's own id: next to a nested object it identifies the delivery, never the
   * order ({@code docs/provider-api.md#a7}).
   */
  private static Json.Obj withoutDeliveryId(Json.Obj object) {
    return Payload.without(object, DocumentedFields.DELIVERY_IDS);
  }

  private static boolean hasAny(Json.Obj object, Predicate<String> isWanted) {
    return object.members().entrySet().stream()
        .filter(member -> isWanted.test(member.getKey()))
        .map(Map.Entry::getValue)
        .anyMatch(ValueFormat.CODE::hasValue);
  }

  private static List<Json.Obj> concat(List<Json.Obj> first, List<Json.Obj> second) {
    List<Json.Obj> all = new ArrayList<>(first);
    all.addAll(second);
    return all;
  }

  /** An object in an envelope member. */
  private record Envelope(String name, Json.Obj content) {}
}
