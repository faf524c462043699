package dev.rampline.decoding;

import dev.rampline.event.State;
import dev.rampline.event.StatusReport;
import dev.rampline.event.Subject;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What an event name and a status say together: a word's state (design §4.3). */
final class StatusReports {
  private StatusReports() {}

  /** The word on a subject of that kind; an event about the other kind tells it no state. */
  static StatusReport of(Subject.Kind kind, @Nullable String eventName, ReportedStatus status) {
    Optional<EventMeaning> event = Optional.ofNullable(eventName).flatMap(Vocabulary::event);
    State told =
        event.filter(known -> known.isAbout(kind)).map(EventMeaning::state).orElse(State.UNKNOWN);
    if (told == State.REFUNDED) {
      State beside = status.state().isTerminal() ? status.state() : null;
      return new StatusReport(State.REFUNDED, beside, null, eventName, status.raw());
    }
    if (status.isUndocumented()) {
      return new StatusReport(State.UNKNOWN, null, status.raw(), eventName, status.raw());
    }
    String undocumented = event.isEmpty() ? eventName : null;
    return new StatusReport(state(told, status), null, undocumented, eventName, status.raw());
  }

  /**
   * The state that both claim: where nobody may be believed, a status that is odd hides no event.
   */
  static State unverifiedState(State event, ReportedStatus status) {
    return event == State.REFUNDED || status.isUndocumented() ? event : state(event, status);
  }

  /** A status decides, unless neither ends the order and the event has come further. */
  private static State state(State event, ReportedStatus status) {
    if (status.isAbsent()) {
      return event;
    }
    boolean ended = status.state().isClosed() || event.isClosed();
    return !ended && event.rank() > status.state().rank() ? event : status.state();
  }
}
