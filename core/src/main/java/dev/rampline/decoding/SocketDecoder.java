package dev.rampline.decoding;

import dev.rampline.event.Channel;
import dev.rampline.event.EventFields;
import dev.rampline.event.Field;
import dev.rampline.event.State;
import dev.rampline.event.Subject;
import dev.rampline.event.UnverifiedEvent;
import dev.rampline.json.Json;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Decodes messages of the provider's socket into unverified events ({@code
 * docs/provider-api.md#websocket}). It uses the same vocabulary as the webhooks. The event name is
 * either in the message or the name of the Socket.IO event. Never throws for its input.
 * Thread-safe.
 */
public final class SocketDecoder {
  private static final Json NOTHING = new Json.Null();

  private final Vocabulary vocabulary;

  public SocketDecoder(Vocabulary vocabulary) {
    this.vocabulary = Objects.requireNonNull(vocabulary, "vocabulary");
  }

  /**
   * Decodes a message.
   *
   * @param name name of the Socket.IO event
   * @param argument its first argument; null if it has none
   */
  public SocketDecodingResult decode(String name, @Nullable Json argument, Instant receivedAt) {
    Json value = argument == null ? NOTHING : argument;
    return value instanceof Json.Obj message
        ? decode(name, message, receivedAt)
        : withoutObject(vocabulary.socketEvent(name));
  }

  private SocketDecodingResult decode(String name, Json.Obj message, Instant receivedAt) {
    PayloadFieldReader reader = new PayloadFieldReader(Payload.of(message, vocabulary));
    Optional<String> messageEvent = eventName(reader);
    Optional<EventMeaning> event = vocabulary.socketEvent(messageEvent.orElse(name));
    if (event.filter(EventMeaning::isIgnored).isPresent()) {
      return new SocketDecodingResult.Pong();
    }
    boolean hasMeaning = event.isPresent() || (messageEvent.isEmpty() && Vocabulary.isUpdate(name));
    Subject.Kind kind =
        event
            .map(EventMeaning::kind)
            .orElseGet(() -> Identity.kind(reader, Optional.empty(), vocabulary));
    return hasMeaning && !reader.payload().isAboutSeveral(kind)
        ? Identity.from(reader, kind, vocabulary)
            .filter(identity -> !identity.isContradicted(reader, vocabulary))
            .<SocketDecodingResult>map(identity -> update(reader, identity, event, receivedAt))
            .orElseGet(SocketDecodingResult.Unknown::new)
        : new SocketDecodingResult.Unknown();
  }

  private static SocketDecodingResult withoutObject(Optional<EventMeaning> event) {
    return event.filter(EventMeaning::isIgnored).isPresent()
        ? new SocketDecodingResult.Pong()
        : new SocketDecodingResult.Unknown();
  }

  private Optional<String> eventName(PayloadFieldReader reader) {
    return reader
        .findInRoot(ValueFormat.NAME, vocabulary.names().event())
        .or(() -> reader.findInBody(ValueFormat.NAME, vocabulary.names().event()));
  }

  private SocketDecodingResult update(
      PayloadFieldReader reader,
      Identity identity,
      Optional<EventMeaning> event,
      Instant receivedAt) {
    Subject subject = identity.subject();
    Subject.Kind kind = subject.kind();
    ReportedStatus status = ReportedStatus.from(reader, kind, vocabulary);
    State state = StatusReports.unverifiedState(kind, event, status);
    return state == State.UNKNOWN
        ? new SocketDecodingResult.Unknown()
        : new SocketDecodingResult.Update(
            new UnverifiedEvent(subject, state, Channel.SOCKET, receivedAt), providerId(identity));
  }

  /** Returns the id for an API lookup. An id that is too long to be stored is not used. */
  private static @Nullable String providerId(Identity identity) {
    Map<Field, String> ids = identity.ids();
    return Stream.of(Field.ORDER_ID, Field.PARTNER_CUSTOMER_ID)
        .flatMap(field -> Optional.ofNullable(ids.get(field)).stream())
        .filter(id -> id.length() <= EventFields.MAX_TEXT)
        .findFirst()
        .orElse(null);
  }
}
