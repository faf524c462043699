package dev.rampline.verification;

import dev.rampline.json.Json;
import dev.rampline.json.JsonReader;
import dev.rampline.json.StrictUtf8;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Classifies a body by its transport ({@code docs/provider-api.md#a1}). Nothing is trimmed, and
 * each body has only one interpretation.
 */
final class BodyReader {
  /**
   * The members of a JSON body that may contain a token or ciphertext. The first member with a
   * string is used.
   */
  private static final List<String> MESSAGE_NAMES =
      List.of("data", "payload", "webhookData", "encryptedData", "token", "jwt");

  private static final List<String> EVENT_NAMES =
      List.of("eventName", "event", "eventID", "eventId");

  private static final List<String> BODIES_WITH_EVENT = List.of("data", "webhookData");

  private BodyReader() {}

  static Body read(byte[] body) {
    if (body.length == 0) {
      return new Body.Unusable(RejectionReason.EMPTY);
    }
    return StrictUtf8.decode(body)
        .map(text -> ofText(body, text))
        .orElse(new Body.Unusable(RejectionReason.NOT_UTF_8));
  }

  private static Body ofText(byte[] body, String text) {
    return JsonReader.read(text)
        .map(json -> ofJson(body, json))
        .orElseGet(() -> ofMessage(body, text, RejectionReason.TEXT_OF_NO_TRANSPORT));
  }

  private static Body ofJson(byte[] body, Json json) {
    return switch (json) {
      case Json.Text(String message) ->
          ofMessage(body, message, RejectionReason.MESSAGE_OF_NO_TRANSPORT);
      case Json.Obj object -> ofObject(body, object);
      case Json.Arr _, Json.Num _, Json.Bool _, Json.Null _ ->
          new Body.Unusable(RejectionReason.NEITHER_STRING_NOR_OBJECT);
    };
  }

  private static Body ofObject(byte[] body, Json.Obj object) {
    Optional<String> message =
        MESSAGE_NAMES.stream().flatMap(name -> text(object, name)).findFirst();
    if (message.isPresent()) {
      return ofMessage(body, message.get(), RejectionReason.MESSAGE_OF_NO_TRANSPORT);
    }
    return hasEventName(object)
        ? new HmacPayload(body, object)
        : new Body.Unusable(RejectionReason.OBJECT_WITHOUT_MESSAGE_OR_EVENT);
  }

  private static Body ofMessage(byte[] body, String message, RejectionReason otherwise) {
    return SignedJwt.of(message)
        .<Body>map(token -> token)
        .or(() -> AesGcmPayload.of(message, body))
        .orElse(new Body.Unusable(otherwise));
  }

  private static boolean hasEventName(Json.Obj object) {
    Stream<String> topLevel = EVENT_NAMES.stream().flatMap(name -> text(object, name));
    Stream<String> nested =
        BODIES_WITH_EVENT.stream()
            .flatMap(name -> object.get(name).stream())
            .flatMap(inner -> inner instanceof Json.Obj it ? text(it, "eventID") : Stream.empty());
    return Stream.concat(topLevel, nested).anyMatch(name -> !name.isBlank());
  }

  private static Stream<String> text(Json.Obj object, String name) {
    return object.get(name).stream()
        .flatMap(member -> member instanceof Json.Text(String it) ? Stream.of(it) : Stream.empty());
  }
}
