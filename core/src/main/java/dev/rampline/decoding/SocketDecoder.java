package dev.rampline.decoding;

import dev.rampline.json.Json;
import dev.rampline.observation.Channel;
import dev.rampline.observation.Claim;
import dev.rampline.observation.Details;
import dev.rampline.observation.Field;
import dev.rampline.observation.State;
import dev.rampline.observation.Subject;
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
  public SocketWord decode(String name, @Nullable Json argument, Instant receivedAt) {
    Json said = argument == null ? NOTHING : argument;
    return said instanceof Json.Obj message
        ? decode(name, message, receivedAt)
        : bare(Vocabulary.socketEvent(name));
  }

  private static SocketWord decode(String name, Json.Obj message, Instant receivedAt) {
    Reading reading = new Reading(Payload.of(message));
    Optional<String> told = eventName(reading);
    Optional<Event> event = Vocabulary.socketEvent(told.orElse(name));
    if (event.filter(SocketDecoder::isAboutNobody).isPresent()) {
      return new SocketWord.Pong();
    }
    boolean hasMeaning = event.isPresent() || (told.isEmpty() && Vocabulary.isUpdate(name));
    return hasMeaning
        ? Identity.in(reading, event)
            .<SocketWord>map(identity -> told(reading, identity, event, receivedAt))
            .orElseGet(SocketWord.Unknown::new)
        : new SocketWord.Unknown();
  }

  private static SocketWord bare(Optional<Event> event) {
    return event.filter(SocketDecoder::isAboutNobody).isPresent()
        ? new SocketWord.Pong()
        : new SocketWord.Unknown();
  }

  private static boolean isAboutNobody(Event event) {
    return event.kind() == null;
  }

  private static Optional<String> eventName(Reading reading) {
    return reading
        .inRoot(Form.NAME, Vocabulary.EVENT_NAMES)
        .or(() -> reading.inBody(Form.NAME, Vocabulary.EVENT_NAMES));
  }

  private static SocketWord told(
      Reading reading, Identity identity, Optional<Event> event, Instant receivedAt) {
    Subject subject = identity.subject();
    Subject.Kind kind = subject.kind();
    State byEvent =
        event.filter(known -> known.isAbout(kind)).map(Event::state).orElse(State.UNKNOWN);
    Status status = Status.of(kind, reading.told(Vocabulary.statusNames(kind)));
    State state = Words.claimed(byEvent, status);
    return state == State.UNKNOWN
        ? new SocketWord.Unknown()
        : new SocketWord.Told(
            new Claim(subject, state, Channel.SOCKET, receivedAt), providerId(identity));
  }

  /** The one that the API looks up by; what is too long to be kept is too long to be asked for. */
  private static @Nullable String providerId(Identity identity) {
    Map<Field, String> ids = identity.ids();
    return Stream.of(Field.ORDER_ID, Field.PARTNER_CUSTOMER_ID)
        .flatMap(field -> Optional.ofNullable(ids.get(field)).stream())
        .filter(id -> id.length() <= Details.MAX_TEXT)
        .findFirst()
        .orElse(null);
  }
}
