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
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Makes claims of what the socket says, by the same vocabulary as the webhooks (provider.md §4). An
 * event's name stands in the message, or is the message's own. It never throws for its input.
 * Thread-safe.
 */
public final class SocketDecoder {
  private static final Json NOTHING = new Json.Null();

  /**
   * What a message says.
   *
   * @param name of the Socket.IO event
   * @param argument the first that came with it; null: none did
   */
  public SocketDecodingResult decode(String name, @Nullable Json argument, Instant receivedAt) {
    Json said = argument == null ? NOTHING : argument;
    return said instanceof Json.Obj message
        ? decode(name, message, receivedAt)
        : withoutObject(Vocabulary.socketEvent(name));
  }

  private static SocketDecodingResult decode(String name, Json.Obj message, Instant receivedAt) {
    PayloadFieldReader reading = new PayloadFieldReader(Payload.of(message));
    Optional<String> told = eventName(reading);
    Optional<EventMeaning> event = Vocabulary.socketEvent(told.orElse(name));
    if (event.filter(SocketDecoder::hasNoSubject).isPresent()) {
      return new SocketDecodingResult.Pong();
    }
    boolean hasMeaning = event.isPresent() || (told.isEmpty() && Vocabulary.isUpdate(name));
    return hasMeaning
        ? Identity.from(reading, event)
            .<SocketDecodingResult>map(identity -> update(reading, identity, event, receivedAt))
            .orElseGet(SocketDecodingResult.Unknown::new)
        : new SocketDecodingResult.Unknown();
  }

  private static SocketDecodingResult withoutObject(Optional<EventMeaning> event) {
    return event.filter(SocketDecoder::hasNoSubject).isPresent()
        ? new SocketDecodingResult.Pong()
        : new SocketDecodingResult.Unknown();
  }

  private static boolean hasNoSubject(EventMeaning event) {
    return event.kind() == null;
  }

  private static Optional<String> eventName(PayloadFieldReader reading) {
    return reading
        .findInRoot(ValueFormat.NAME, Vocabulary.EVENT_NAMES)
        .or(() -> reading.findInBody(ValueFormat.NAME, Vocabulary.EVENT_NAMES));
  }

  private static SocketDecodingResult update(
      PayloadFieldReader reading,
      Identity identity,
      Optional<EventMeaning> event,
      Instant receivedAt) {
    Subject subject = identity.subject();
    Subject.Kind kind = subject.kind();
    State byEvent =
        event.filter(known -> known.isAbout(kind)).map(EventMeaning::state).orElse(State.UNKNOWN);
    ReportedStatus status =
        ReportedStatus.of(kind, reading.firstValue(Vocabulary.statusNames(kind)));
    State state = StatusReports.unverifiedState(byEvent, status);
    return state == State.UNKNOWN
        ? new SocketDecodingResult.Unknown()
        : new SocketDecodingResult.Update(
            new UnverifiedEvent(subject, state, Channel.SOCKET, receivedAt), providerId(identity));
  }

  /** The one that the API looks up by; what is too long to be kept is too long to be asked for. */
  private static @Nullable String providerId(Identity identity) {
    Map<Field, String> ids = identity.ids();
    return Stream.of(Field.ORDER_ID, Field.PARTNER_CUSTOMER_ID)
        .flatMap(field -> Optional.ofNullable(ids.get(field)).stream())
        .filter(id -> id.length() <= EventFields.MAX_TEXT)
        .findFirst()
        .orElse(null);
  }
}
