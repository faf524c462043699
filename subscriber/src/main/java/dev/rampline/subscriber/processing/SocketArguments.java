package dev.rampline.subscriber.processing;

import dev.rampline.json.Json;
import dev.rampline.json.JsonReader;
import java.io.ByteArrayOutputStream;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The arguments of a socket event. The provider documents one object; servers also send JSON text,
 * an id before the object, lists of objects, and buffers, which the client presents as text.
 *
 * @param values the arguments as received
 */
record SocketArguments(List<Json> values) {
  private static final int SHAPED_ARGUMENTS = 2;
  private static final int MAX_NESTING = 4;
  private static final int MAX_BYTE = 255;

  /** Returns the messages of each argument. */
  List<List<Json.Obj>> messages() {
    return values.stream().map(value -> messages(value, MAX_NESTING).toList()).toList();
  }

  /** Returns the message with the id that stands before it; empty if the arguments differ. */
  Optional<Json.Obj> messageWithLeadingId(String member) {
    if (values.size() < 2 || !isId(values.getFirst())) {
      return Optional.empty();
    }
    List<Json.Obj> found = messages(values.get(1), MAX_NESTING).toList();
    if (found.size() != 1 || found.getFirst().get(member).isPresent()) {
      return Optional.empty();
    }
    Map<String, Json> members = new LinkedHashMap<>(found.getFirst().members());
    members.put(member, values.getFirst());
    return Optional.of(new Json.Obj(members));
  }

  /** Returns the types of the first arguments, such as {@code text,object}. */
  String shape() {
    if (values.isEmpty()) {
      return "none";
    }
    String types =
        values.stream()
            .limit(SHAPED_ARGUMENTS)
            .map(SocketArguments::type)
            .collect(Collectors.joining(","));
    return values.size() > SHAPED_ARGUMENTS ? types + ",more" : types;
  }

  private static Stream<Json.Obj> messages(Json value, int depth) {
    if (depth == 0) {
      return Stream.empty();
    }
    return switch (value) {
      case Json.Obj object ->
          buffer(object).map(text -> messages(text, depth - 1)).orElseGet(() -> Stream.of(object));
      case Json.Arr(List<Json> items) -> items.stream().flatMap(item -> messages(item, depth - 1));
      case Json.Text(String text) ->
          JsonReader.read(text).stream().flatMap(json -> messages(json, depth - 1));
      case Json.Num _, Json.Bool _, Json.Null _ -> Stream.empty();
    };
  }

  /** Returns the text of a buffer in the JSON form of Node.js; empty if it is another object. */
  private static Optional<Json> buffer(Json.Obj object) {
    boolean isBuffer = object.get("type").filter(new Json.Text("Buffer")::equals).isPresent();
    if (!isBuffer || !(object.get("data").orElse(null) instanceof Json.Arr(List<Json> items))) {
      return Optional.empty();
    }
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(items.size());
    for (Json item : items) {
      if (!(item instanceof Json.Num(String number)) || !isByte(number)) {
        return Optional.empty();
      }
      bytes.write(Integer.parseInt(number));
    }
    return JsonReader.read(bytes.toByteArray());
  }

  private static boolean isByte(String number) {
    return number.matches("\\d{1,3}") && Integer.parseInt(number) <= MAX_BYTE;
  }

  private static boolean isId(Json value) {
    return switch (value) {
      case Json.Num _ -> true;
      case Json.Text(String text) -> !text.isBlank();
      default -> false;
    };
  }

  private static String type(Json value) {
    return switch (value) {
      case Json.Obj object when object.get("_placeholder").isPresent() -> "binary";
      case Json.Obj _ -> "object";
      case Json.Arr _ -> "list";
      case Json.Text _ -> "text";
      case Json.Num _ -> "number";
      case Json.Bool _ -> "boolean";
      case Json.Null _ -> "null";
    };
  }
}
