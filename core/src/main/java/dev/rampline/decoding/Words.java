package dev.rampline.decoding;

import dev.rampline.observation.State;
import dev.rampline.observation.Subject;
import dev.rampline.observation.Word;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What an event name and a status say together: a word's state (design §4.3). */
final class Words {
  private Words() {}

  /** The word on a subject of that kind; an event about the other kind tells it no state. */
  static Word of(Subject.Kind kind, @Nullable String eventName, Status status) {
    Optional<Event> event = Optional.ofNullable(eventName).flatMap(Vocabulary::event);
    State told = event.filter(known -> known.isAbout(kind)).map(Event::state).orElse(State.UNKNOWN);
    if (told == State.REFUNDED) {
      State beside = status.state().isFinal() ? status.state() : null;
      return new Word(State.REFUNDED, beside, null, eventName, status.written());
    }
    if (status.isUndocumented()) {
      return new Word(State.UNKNOWN, null, status.written(), eventName, status.written());
    }
    String undocumented = event.isEmpty() ? eventName : null;
    return new Word(state(told, status), null, undocumented, eventName, status.written());
  }

  /**
   * The state that both claim: where nobody may be believed, a status that is odd hides no event.
   */
  static State claimed(State event, Status status) {
    return event == State.REFUNDED || status.isUndocumented() ? event : state(event, status);
  }

  /** A status decides, unless neither ends the order and the event has come further. */
  private static State state(State event, Status status) {
    if (status.isAbsent()) {
      return event;
    }
    boolean ended = status.state().isClosed() || event.isClosed();
    return !ended && event.rank() > status.state().rank() ? event : status.state();
  }
}
