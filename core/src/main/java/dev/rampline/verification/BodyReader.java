package dev.rampline.verification;

import dev.rampline.json.Json;
import dev.rampline.json.JsonReader;
import dev.rampline.json.StrictUtf8;
import java.util.Collections;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Classifies a body by its transport ({@code docs/provider-api.md#a1}). Nothing is trimmed, and
 * each body has only one interpretation.
 */
final class BodyReader {
  /** The documented envelopes of an event: a token in them has precedence over a flat body. */
  private static final List<String> ENVELOPES = List.of("data", "webhookData");

  private static final List<String> NESTED_EVENT_NAMES = List.of("eventID", "eventId");

  /** A token of three parts, the first of which is the base64url of a JSON object. */
  private static final Pattern TOKEN =
      Pattern.compile("e[wy][\\w=-]{8,}+\\.[\\w=-]{2,}+\\.[\\w=-]{20,}+");

  private final WebhookFormat format;

  BodyReader(WebhookFormat format) {
    this.format = format;
  }

  Body read(byte[] body) {
    if (body.length == 0) {
      return new Body.Unusable(RejectionReason.EMPTY);
    }
    return StrictUtf8.decode(body)
        .map(text -> ofText(body, text))
        .orElseGet(() -> new HmacPayload(body, RejectionReason.NOT_UTF_8));
  }

  private Body ofText(byte[] body, String text) {
    return JsonReader.read(text)
        .map(json -> ofJson(body, text, json))
        .orElseGet(() -> ofMessage(body, text, text, RejectionReason.TEXT_OF_NO_TRANSPORT));
  }

  private Body ofJson(byte[] body, String text, Json json) {
    return switch (json) {
      case Json.Text(String message) ->
          ofMessage(body, text, message, RejectionReason.MESSAGE_OF_NO_TRANSPORT);
      case Json.Obj object -> ofObject(body, text, object);
      case Json.Arr _, Json.Num _, Json.Bool _, Json.Null _ ->
          unknown(body, text, RejectionReason.NEITHER_STRING_NOR_OBJECT);
    };
  }

  private Body ofObject(byte[] body, String text, Json.Obj object) {
    boolean hasEvent = hasEventName(object);
    if (hasEvent && (hasBody(object) || isFlat(object))) {
      return plain(body);
    }
    String message = firstText(object, format.messageMembers());
    if (message != null) {
      return ofMessage(body, text, message, RejectionReason.MESSAGE_OF_NO_TRANSPORT);
    }
    return hasEvent
        ? plain(body)
        : unknown(body, text, RejectionReason.OBJECT_WITHOUT_MESSAGE_OR_EVENT);
  }

  private static Body plain(byte[] body) {
    return new HmacPayload(body, RejectionReason.SIGNATURE_HEADER_MISSING);
  }

  /** An envelope that is not known is a failed signature if there is a token in it. */
  private static Body unknown(byte[] body, String text, RejectionReason reason) {
    boolean hasToken = TOKEN.matcher(text).find();
    return new HmacPayload(body, hasToken ? RejectionReason.TOKEN_IN_UNKNOWN_ENVELOPE : reason);
  }

  private static Body ofMessage(
      byte[] body, String text, String message, RejectionReason otherwise) {
    return SignedJwt.of(message)
        .<Body>map(token -> token)
        .or(() -> AesGcmPayload.of(message, body))
        .orElseGet(() -> unknown(body, text, otherwise));
  }

  private boolean hasBody(Json.Obj object) {
    return format.bodyMembers().stream()
        .flatMap(name -> object.get(name).stream())
        .anyMatch(BodyReader::isBody);
  }

  /** The text of an object or of a list counts as such. */
  private static boolean isBody(Json value) {
    return switch (value) {
      case Json.Obj _, Json.Arr _ -> true;
      case Json.Text(String text) ->
          text.stripLeading().startsWith("{") || text.stripLeading().startsWith("[");
      case Json.Num _, Json.Bool _, Json.Null _ -> false;
    };
  }

  private boolean isFlat(Json.Obj object) {
    return !Collections.disjoint(object.members().keySet(), format.flatMembers())
        && ENVELOPES.stream()
            .flatMap(name -> Stream.ofNullable(text(object, name)))
            .noneMatch(BodyReader::isMessage);
  }

  private static boolean isMessage(String text) {
    return SignedJwt.of(text).isPresent() || AesGcmPayload.of(text, new byte[0]).isPresent();
  }

  private boolean hasEventName(Json.Obj object) {
    if (firstText(object, format.eventNames()) != null) {
      return true;
    }
    for (String envelope : ENVELOPES) {
      if (object.members().get(envelope) instanceof Json.Obj inner
          && firstText(inner, NESTED_EVENT_NAMES) != null) {
        return true;
      }
    }
    return false;
  }

  /** Returns the text of the first of these members that contains any. */
  private static @Nullable String firstText(Json.Obj object, List<String> names) {
    for (String name : names) {
      String text = text(object, name);
      if (text != null) {
        return text;
      }
    }
    return null;
  }

  /** Returns the member's text, unless it is blank. */
  private static @Nullable String text(Json.Obj object, String name) {
    return object.members().get(name) instanceof Json.Text(String it) && !it.isBlank() ? it : null;
  }
}
